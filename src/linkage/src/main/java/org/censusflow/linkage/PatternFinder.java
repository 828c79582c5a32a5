package org.censusflow.linkage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the pattern, and the evidence for it, off the rows of one person. */
final class PatternFinder {

  private final DistrictRows district;
  private final PersonGrouping grouping;
  private final BlockLocator locator;
  private final int referenceDate;

  private final List<Integer> here = new ArrayList<>();
  private final List<Integer> absent = new ArrayList<>();
  private final Set<String> evidence = new LinkedHashSet<>();

  PatternFinder(
      DistrictRows district, PersonGrouping grouping, BlockLocator locator, int referenceDate) {
    this.district = district;
    this.grouping = grouping;
    this.locator = locator;
    this.referenceDate = referenceDate;
  }

  Pattern find(int[] nodes, int from, int to) {
    here.clear();
    absent.clear();
    evidence.clear();
    List<Integer> registered = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!district.ofCensus(nodes[i])) {
        registered.add(nodes[i]);
      } else {
        (district.census.here(nodes[i]) ? here : absent).add(nodes[i]);
      }
    }
    String census = census();
    String register = register(registered);
    return new Pattern(
        census,
        register,
        death(registered),
        born(registered),
        number(registered),
        attribute(registered),
        residence(),
        student(registered),
        form(),
        place());
  }

  /**
   * The row that stands for the person: where they live, else where they are registered; -1 without
   * any.
   */
  int censusRow() {
    return !here.isEmpty() ? here.get(0) : absent.isEmpty() ? -1 : absent.get(0);
  }

  /** The second row that says "lives here", or -1. */
  int secondRow() {
    return here.size() > 1 ? here.get(1) : -1;
  }

  List<String> evidence() {
    return List.copyOf(evidence);
  }

  private String census() {
    if (here.size() > 1) {
      evidence.add("同一人有两条“常住本户”的普查登记");
      return Pattern.DUPLICATE;
    }
    return !here.isEmpty() ? Pattern.HERE : absent.isEmpty() ? Pattern.NONE : Pattern.ABSENT;
  }

  private String register(List<Integer> registered) {
    RegisterKind strongest = RegisterKind.DEATH;
    for (int node : registered) {
      RegisterRows register = district.register(node);
      if (!register.cancelled(district.row(node)) && register.kind().compareTo(strongest) < 0) {
        strongest = register.kind();
      }
    }
    if (censusRow() < 0 && strongest != RegisterKind.DEATH) {
      evidence.add(strongest.label() + "有此人，普查无登记");
    }
    return strongest.pattern();
  }

  private String death(List<Integer> registered) {
    String death = Pattern.NONE;
    for (int node : registered) {
      RegisterRows register = district.register(node);
      if (register.kind() == RegisterKind.DEATH) {
        if (register.deathDate(district.row(node)) < referenceDate) {
          evidence.add("死亡记录的日期早于普查标准时点");
          return Pattern.BEFORE;
        }
        death = Pattern.AFTER;
      }
    }
    return death;
  }

  private String born(List<Integer> registered) {
    boolean after = censusRow() >= 0 && bornAfter(district.census.birth(censusRow()));
    for (int node : registered) {
      RegisterRows register = district.register(node);
      if (censusRow() < 0 || register.kind() == RegisterKind.BIRTH) {
        after |= bornAfter(register.birth(district.row(node)));
      }
    }
    if (after) {
      evidence.add("出生日期在普查标准时点当日或之后");
    }
    return after ? Pattern.AFTER : Pattern.BEFORE;
  }

  private boolean bornAfter(int date) {
    return date != 0 && (date % 100 == 0 ? date + 1 : date) >= referenceDate;
  }

  private String number(List<Integer> registered) {
    int row = censusRow();
    if (row < 0) {
      boolean known =
          registered.stream().anyMatch(node -> district.rows(node).id(district.row(node)) != 0);
      return known ? Pattern.VALID : Pattern.MISSING;
    }
    for (List<Integer> rows : List.of(here, absent)) {
      if (rows.stream().anyMatch(grouping::conflict)) {
        evidence.add("公民身份号码与另一人相同");
        return Pattern.CONFLICT;
      }
    }
    String state = district.census.numberState(row);
    if (state.equals(Pattern.MISSING)) {
      evidence.add("普查登记缺公民身份号码");
    } else if (state.equals(Pattern.INVALID)) {
      evidence.add("公民身份号码校验不符");
    }
    return state;
  }

  private String attribute(List<Integer> registered) {
    boolean differs = false;
    for (int node : registered) {
      RegisterRows register = district.register(node);
      for (List<Integer> rows : List.of(here, absent)) {
        for (int row : rows) {
          differs |= compare(row, register, district.row(node));
        }
      }
    }
    return differs ? Pattern.DIFFERS : Pattern.SAME;
  }

  private boolean compare(int row, RegisterRows register, int other) {
    CensusRows census = district.census;
    int before = evidence.size();
    boolean unnamed = register.kind() == RegisterKind.BIRTH;
    note(!unnamed && census.nameDiffers(row, register, other), "姓名", register);
    note(census.sexDiffers(row, register, other), "性别", register);
    note(census.birthDiffers(row, register, other), "出生日期", register);
    note(census.ethnicityDiffers(row, register, other), "民族", register);
    return evidence.size() > before;
  }

  private void note(boolean differs, String what, RegisterRows register) {
    if (differs) {
      evidence.add(what + "与" + register.kind().label() + "不同");
    }
  }

  private String residence() {
    boolean elsewhere =
        here.stream().anyMatch(district.census::hukouInOtherBlock)
            || absent.stream().anyMatch(district.census::hukouInOtherBlock);
    if (!here.isEmpty() && !absent.isEmpty()) {
      return Pattern.PAIRED;
    }
    if (!elsewhere) {
      return Pattern.NOT_APPLICABLE;
    }
    evidence.add(here.isEmpty() ? "有户籍地登记，缺区内现住地登记" : "有现住地登记，缺区内户籍地登记");
    return Pattern.UNPAIRED;
  }

  private String student(List<Integer> registered) {
    boolean student = false;
    boolean boards = false;
    for (int node : registered) {
      RegisterRows register = district.register(node);
      student |= register.kind() == RegisterKind.STUDENT;
      boards |= register.boards(district.row(node));
    }
    if (boards && here.size() > 1) {
      evidence.add("学籍显示住校，学校与家中均有登记");
      return Pattern.BOARDING_TWICE;
    }
    return student ? Pattern.HOME : Pattern.NO;
  }

  private String form() {
    boolean wrong =
        here.stream().anyMatch(district.census::wrongForm)
            || absent.stream().anyMatch(district.census::wrongForm);
    if (wrong) {
      evidence.add("证件种类与普查表种不符");
    }
    return wrong ? Pattern.WRONG : Pattern.RIGHT;
  }

  private String place() {
    boolean wrong = here.stream().anyMatch(row -> locator.outOfPlace(district.census.address, row));
    if (wrong) {
      evidence.add("住址所在建筑物属于另一普查小区");
    }
    return wrong ? Pattern.WRONG_BLOCK : Pattern.RIGHT;
  }
}
