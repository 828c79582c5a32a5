package org.censusflow.base.district;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The districts that this program serves, as their files describe them. */
public final class Districts {

  /** Where the files are looked for unless {@code censusflow.districts} says otherwise. */
  public static final String DEFAULT_LOCATION = "classpath*:districts/*.yaml";

  private final Map<String, District> byId = new LinkedHashMap<>();

  public Districts(List<District> districts) {
    districts.forEach(district -> byId.put(district.id(), district));
  }

  public Optional<District> find(String id) {
    return Optional.ofNullable(id).map(byId::get);
  }

  /**
   * @throws IllegalArgumentException when no file describes such a district
   */
  public District require(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("No district '%s'".formatted(id)));
  }

  /** Every district, in the order of the files' names. */
  public Collection<District> all() {
    return List.copyOf(byId.values());
  }
}
