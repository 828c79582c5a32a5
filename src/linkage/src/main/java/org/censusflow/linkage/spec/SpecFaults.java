package org.censusflow.linkage.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.linkage.population.Role;

/** What cannot be carried out in a comparison, in words, with what is possible instead. */
final class SpecFaults {

  private final List<FieldSpec> fields;
  private final List<BlockingRule> blocking;
  private final List<String> faults = new ArrayList<>();

  SpecFaults(List<FieldSpec> fields, List<BlockingRule> blocking) {
    this.fields = fields;
    this.blocking = blocking;
  }

  List<String> all() {
    Map<String, Role> roles = new HashMap<>();
    double patterns = 1;
    for (FieldSpec field : fields) {
      Role role = field.field().role();
      if (roles.put(field.field().name(), role) != null) {
        faults.add("two fields are called '" + field.field().name() + "'");
      }
      field.levels().forEach(level -> level(field, level));
      patterns *= field.levels().isEmpty() ? 1 : field.levels().size() + 2;
    }
    if (patterns > Long.MAX_VALUE) {
      faults.add(
          "too many fields and levels: compare fewer fields, or give those that say little the"
              + " level exact only");
    }
    for (BlockingRule rule : blocking) {
      rule(rule, roles);
    }
    return faults;
  }

  private void level(FieldSpec field, LevelSpec level) {
    Role role = field.field().role();
    String place = "field '" + field.field().name() + "': level " + level.kind().key();
    if (!level.kind().suits(role)) {
      List<String> possible = new ArrayList<>();
      for (LevelKind kind : LevelKind.values()) {
        if (kind.suits(role)) {
          possible.add(kind.key());
        }
      }
      faults.add(place + " is not for the role " + written(role) + ", which has " + possible);
      return;
    }
    String fault = level.kind().faultOf(level.at());
    if (fault != null) {
      faults.add(place + " " + fault);
    }
  }

  private void rule(BlockingRule rule, Map<String, Role> roles) {
    String place = "blocking rule '" + rule.text() + "': ";
    int words = 0;
    for (KeyPart part : rule.parts()) {
      Role role = roles.get(part.field());
      if (role == null) {
        faults.add(place + "no field '" + part.field() + "'");
      } else if (!part.form().suits(role)) {
        faults.add(place + part.form().key() + " is not for the role " + written(role));
      }
      if (part.form().parameterised() && (part.at() < 1 || part.at() > 100)) {
        faults.add(place + part.form().key() + " needs a length, as in " + part.form().key() + "3");
      } else if (!part.form().parameterised() && part.at() != 0) {
        faults.add(place + part.form().key() + " takes no number");
      }
      words += part.form() == KeyForm.WORDS ? 1 : 0;
    }
    if (words > 1) {
      faults.add(place + "one part of words a rule");
    }
  }

  private static String written(Role role) {
    return role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
