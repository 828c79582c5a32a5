package org.censusflow.registration.form;

import static org.censusflow.registration.form.PersonRule.EVERYONE;
import static org.censusflow.registration.form.PersonRule.query;

import java.util.List;

/** How old relatives of the head of a household are. */
final class KinRules {

  private KinRules() {}

  static List<PersonRule> all() {
    return List.of(
        query(
            "P19",
            EVERYONE,
            "head of household under 15",
            "户主不满 15 周岁",
            p -> p.is(Relation.HEAD) && p.age() >= 0 && p.age() < 15),
        query(
            "P20",
            EVERYONE,
            "spouse under 18",
            "户主的配偶不满 18 周岁",
            p -> p.is(Relation.SPOUSE) && p.age() >= 0 && p.age() < 18),
        query(
            "P21",
            EVERYONE,
            "parent or parent-in-law of the head under 30",
            "户主的父母或岳父母（公婆）不满 30 周岁",
            p -> p.is(Relation.PARENT, Relation.PARENT_IN_LAW) && p.age() >= 0 && p.age() < 30),
        query(
            "P22",
            EVERYONE,
            "grandparent of the head under 45",
            "户主的祖父母不满 45 周岁",
            p -> p.is(Relation.GRANDPARENT) && p.age() >= 0 && p.age() < 45),
        query(
            "P23",
            EVERYONE,
            "child-in-law of the head under 18",
            "户主的媳婿不满 18 周岁",
            p -> p.is(Relation.CHILD_IN_LAW) && p.age() >= 0 && p.age() < 18));
  }
}
