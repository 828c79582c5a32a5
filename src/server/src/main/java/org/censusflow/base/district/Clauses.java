package org.censusflow.base.district;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clauses of every known notice, in their order. */
public final class Clauses {

  private final Map<String, Clause> byId;

  public Clauses(Collection<Clause> clauses) {
    Map<String, Clause> map = new LinkedHashMap<>();
    clauses.forEach(clause -> map.put(clause.id(), clause));
    this.byId = Collections.unmodifiableMap(map);
  }

  public Optional<Clause> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Collection<Clause> all() {
    return byId.values();
  }

  public List<Clause> ofNotice(String notice) {
    return byId.values().stream().filter(clause -> clause.notice().equals(notice)).toList();
  }

  public boolean knowsNotice(String notice) {
    return byId.values().stream().anyMatch(clause -> clause.notice().equals(notice));
  }
}
