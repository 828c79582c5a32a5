package org.censusflow.sample.population;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the differences of a population from its files by rules of its own, with the true pairs
 * given: people are put together by the truth files, by equal numbers and names, and nothing is
 * guessed. What it finds is all that may be found.
 */
final class Oracle {

  private static final String REFERENCE = "2020-11-01";
  private static final Set<String> SIGNS =
      Set.of("social-insured", "medical-insured", "taxpayers", "employment");

  /** A record of a supply, or a census row with supply "census". */
  record Entry(String supply, NamedCsvRecord fields) {

    String get(String field) {
      return fields.getField(field);
    }

    boolean has(String field) {
      return fields.findField(field).isPresent();
    }

    boolean census() {
      return supply.equals("census");
    }

    String key() {
      return census() ? get("row_id") : supply + "/" + get("record_id");
    }
  }

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();
  private final Map<String, List<Entry>> holders = new HashMap<>();

  /** Each finding as class and the key of the row or record that it is about. */
  static Set<String> findings(TestPopulation sample) {
    return new Oracle(sample).find();
  }

  private Oracle(TestPopulation sample) {
    sample
        .read("blocks.csv")
        .forEach(b -> prefixes.put(b.getField("block"), b.getField("address_prefix")));
    sample.census.forEach(row -> add(new Entry("census", row)));
    for (String supply : SampleOptions.ALL_SUPPLIES) {
      sample.read(supply + ".csv").forEach(record -> add(new Entry(supply, record)));
      for (NamedCsvRecord pair : sample.read("truth-" + supply + ".csv")) {
        join(pair.getField("left_id"), supply + "/" + pair.getField("right_id"));
      }
    }
    joinSameNumberAndName();
  }

  private void add(Entry entry) {
    entries.put(entry.key(), entry);
    parents.put(entry.key(), entry.key());
    if (entry.census() && !entry.get("id_number").isEmpty()) {
      holders.computeIfAbsent(entry.get("id_number"), id -> new ArrayList<>()).add(entry);
    }
  }

  private void joinSameNumberAndName() {
    Map<String, String> first = new HashMap<>();
    for (Entry entry : entries.values()) {
      String id = entry.has("id_number") ? eighteen(entry.get("id_number")) : "";
      if (!id.isEmpty()) {
        String known = first.putIfAbsent(id + nameKey(entry.fields()), entry.key());
        join(known == null ? entry.key() : known, entry.key());
      }
    }
  }

  private Set<String> find() {
    Map<String, List<Entry>> persons = new HashMap<>();
    entries.forEach(
        (key, entry) -> persons.computeIfAbsent(root(key), r -> new ArrayList<>()).add(entry));
    Set<String> findings = new TreeSet<>();
    persons.values().forEach(person -> classify(person, findings));
    return findings;
  }

  private void classify(List<Entry> person, Set<String> findings) {
    List<Entry> rows = person.stream().filter(Entry::census).toList();
    List<Entry> here = rows.stream().filter(r -> r.get("residence").equals("here")).toList();
    Entry household = one(person, "household-register");
    Entry birth = one(person, "births");
    boolean bornAfter =
        person.stream().anyMatch(e -> e.get("birth_date").compareTo(REFERENCE) >= 0);
    Entry death = one(person, "deaths");
    boolean diedBefore = death != null && death.get("death_date").compareTo(REFERENCE) < 0;
    if (rows.isEmpty()) {
      missing(person, household, birth, bornAfter || diedBefore, findings);
      return;
    }
    if (diedBefore && !here.isEmpty()) {
      findings.add("D03 " + here.get(0).key());
    }
    if (here.size() > 1) {
      Entry student = one(person, "students");
      boolean boards = student != null && student.get("boarding").equals("true");
      findings.add((boards ? "D09 " : "D04 ") + person(rows));
    }
    if (rows.size() == 1 && rows.get(0).get("hukou_place").equals("other-block")) {
      findings.add("D05 " + rows.get(0).key());
    }
    rows.forEach(row -> row(row, person, findings));
  }

  private void missing(
      List<Entry> person, Entry household, Entry birth, boolean excused, Set<String> findings) {
    if (excused) {
      return;
    }
    if (household != null) {
      if (household.get("status").equals("normal")) {
        findings.add("D01 " + household.key());
      }
    } else if (birth != null) {
      findings.add("D02 " + birth.key());
    } else if (person.stream().anyMatch(e -> SIGNS.contains(e.supply()))) {
      findings.add("D10 " + one(person, "social-insured").key());
    } else {
      assertDead(person);
    }
  }

  private static void assertDead(List<Entry> person) {
    if (person.stream().noneMatch(e -> e.has("death_date"))) {
      throw new AssertionError("a record of nobody: " + person);
    }
  }

  private void row(Entry row, List<Entry> person, Set<String> findings) {
    String id = row.get("id_number");
    boolean foreign = row.get("form").equals("foreign");
    if (!row.get("address").startsWith(prefixes.get(row.get("block")))) {
      findings.add("D12 " + row.key());
    }
    if (row.get("birth_date").compareTo(REFERENCE) >= 0) {
      findings.add("D08 " + row.key());
    }
    if (!foreign && id.matches("8[123]0000.*")) {
      findings.add("D11 " + row.key());
    }
    if (!foreign && (id.isEmpty() || !CitizenNumbers.valid(id) || belongsToAnother(row, person))) {
      findings.add("D07 " + row.key());
    }
    for (Entry record : person) {
      boolean differs =
          !nameKey(row.fields()).equals(nameKey(record.fields()))
              || !row.get("sex").equals(record.get("sex"))
              || !row.get("birth_date").equals(record.get("birth_date"))
              || (record.has("ethnicity") && !row.get("ethnicity").equals(record.get("ethnicity")));
      if (differs) {
        findings.add("D06 " + row.key());
      }
    }
  }

  private boolean belongsToAnother(Entry row, List<Entry> person) {
    String id = row.get("id_number");
    for (Entry record : person) {
      String other =
          record.census() || !record.has("id_number") ? "" : eighteen(record.get("id_number"));
      if (CitizenNumbers.valid(other) && !other.equals(id)) {
        return true;
      }
    }
    boolean shared =
        holders.get(id).stream().anyMatch(h -> !nameKey(h.fields()).equals(nameKey(row.fields())));
    return shared && !row.get("birth_date").replace("-", "").equals(id.substring(6, 14));
  }

  /** The rows of a duplicate in one key: either of them may be the wrong one. */
  static String person(List<Entry> rows) {
    return String.join("+", new TreeSet<>(rows.stream().map(Entry::key).toList()));
  }

  private static Entry one(List<Entry> person, String supply) {
    List<Entry> found = person.stream().filter(e -> e.supply().equals(supply)).toList();
    if (found.size() > 1) {
      throw new AssertionError("one person twice in " + supply + ": " + found);
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static String eighteen(String id) {
    String upper = id.toUpperCase(java.util.Locale.ROOT);
    if (upper.length() != 15) {
      return upper;
    }
    String century = upper.substring(0, 6) + "19" + upper.substring(6);
    for (char check : "0123456789X".toCharArray()) {
      if (CitizenNumbers.valid(century + check)) {
        return century + check;
      }
    }
    throw new AssertionError("no check character for " + id);
  }

  static String nameKey(NamedCsvRecord record) {
    return record
        .getField("name")
        .replaceAll("[\\s\\u3000]", "")
        .replaceAll("[\\u00B7\\u2022\\u2219\\u2027\\u30FB\\uFF65\\u25CF\\uFF0E.]", "\u00B7");
  }

  private String root(String key) {
    String parent = parents.get(key);
    if (parent == null) {
      throw new AssertionError("the truth names what does not exist: " + key);
    }
    if (!parent.equals(key)) {
      parent = root(parent);
      parents.put(key, parent);
    }
    return parent;
  }

  private void join(String one, String other) {
    parents.put(root(one), root(other));
  }
}
