package org.censusflow.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.spec.CensusSpecs;

/**
 * Compares a district's census with all of its registers in one pass. Each person comes out once,
 * with everything found about them together, however many registers know them.
 */
public final class CensusFindings {

  private final DistrictRows district;
  private final PersonGrouping grouping;
  private final BlockLocator locator;
  private final int referenceDate;
  private final Judgements judgements;
  private final List<RegisterFigures> figures = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();

  /** A link that the comparison leaves to people. */
  private record Doubt(int row, RegisterRows register, Link link, List<Evidence> evidence) {}

  private CensusFindings(
      Population census,
      List<Register> registers,
      LocalDate referenceDate,
      List<PersonVerdict> verdicts,
      ComparisonProgress progress) {
    district = new DistrictRows(new CensusRows(census), registers);
    judgements = new Judgements(district, verdicts);
    grouping = new PersonGrouping(district, judgements);
    locator = new BlockLocator(census);
    this.referenceDate =
        referenceDate.getYear() * 10000
            + referenceDate.getMonthValue() * 100
            + referenceDate.getDayOfMonth();
    for (RegisterRows register : district.registers) {
      ComparisonResult result =
          Comparison.compare(census, register.register.rows(), CensusSpecs.census(), progress);
      grouping.link(register, result);
      figures.add(RegisterFigures.of(register, result, judgements));
      doubt(register, result);
      if (register.kind() == RegisterKind.BIRTH) {
        grouping.linkByMother(register, result);
      }
    }
    grouping.joinCensusRows();
    grouping.joinRegisterRows();
    grouping.findConflicts();
  }

  /**
   * Finds the differences.
   *
   * @param census rows with the fields of {@link CensusFields#census}
   * @param registers registers with the fields of {@link CensusFields#register}, none twice
   * @param referenceDate the day at whose beginning the census counts, as in 2020-11-01
   * @param classifier the decision table: called once for each distinct pattern; an empty answer
   *     means no difference
   * @param progress hears of each stage and may cancel
   * @return one finding a person, those with a census row first, in the order of the rows
   */
  public static <C> List<Finding<C>> find(
      Population census,
      List<Register> registers,
      LocalDate referenceDate,
      Function<Pattern, List<C>> classifier,
      ComparisonProgress progress) {
    return compare(census, registers, referenceDate, classifier, progress).findings();
  }

  /** Finds the differences as {@link #find} does, and gives each register's figures with them. */
  public static <C> DistrictFindings<C> compare(
      Population census,
      List<Register> registers,
      LocalDate referenceDate,
      Function<Pattern, List<C>> classifier,
      ComparisonProgress progress) {
    return compare(census, registers, referenceDate, List.of(), classifier, progress);
  }

  /**
   * Compares again with what people have decided meanwhile; apart from the pairs that they decided,
   * the links are the same as without.
   *
   * @param verdicts decisions about pairs; they outrank the comparison's, and of two on one pair
   *     the last counts. What is not part of this run says nothing.
   */
  public static <C> DistrictFindings<C> compare(
      Population census,
      List<Register> registers,
      LocalDate referenceDate,
      List<PersonVerdict> verdicts,
      Function<Pattern, List<C>> classifier,
      ComparisonProgress progress) {
    CensusFindings all = new CensusFindings(census, registers, referenceDate, verdicts, progress);
    return new DistrictFindings<>(all.classify(classifier), all.figures, all.reviews());
  }

  private void doubt(RegisterRows register, ComparisonResult result) {
    for (Link link : result.links()) {
      if (link.verdict() == Verdict.REVIEW
          && !judgements.decided(link.left(), register.offset + link.right())) {
        doubts.add(new Doubt(link.left(), register, link, result.explain(link)));
      }
    }
  }

  /** In the order of the census rows; the sort is stable, so registers keep theirs. */
  private List<ReviewPair> reviews() {
    doubts.sort(Comparator.comparingInt(Doubt::row));
    return doubts.stream().map(this::review).toList();
  }

  private ReviewPair review(Doubt doubt) {
    RegisterRows register = doubt.register();
    int record = doubt.link().right();
    return new ReviewPair(
        district.census.rows.key(doubt.row()),
        new RegisterReference(register.register.supply(), register.rows.key(record)),
        doubt.link().posterior(),
        grouping.persons().of(doubt.row()) == grouping.persons().of(register.offset + record),
        doubt.evidence());
  }

  private <C> List<Finding<C>> classify(Function<Pattern, List<C>> classifier) {
    Map<Pattern, List<C>> known = new HashMap<>();
    List<Finding<C>> findings = new ArrayList<>();
    PatternFinder finder = new PatternFinder(district, grouping, locator, referenceDate);
    int[] nodes = byPerson();
    for (int from = 0, to; from < nodes.length; from = to) {
      int person = grouping.persons().of(nodes[from]);
      to = from + 1;
      while (to < nodes.length && grouping.persons().of(nodes[to]) == person) {
        to++;
      }
      Pattern pattern = finder.find(nodes, from, to);
      List<C> classes = known.computeIfAbsent(pattern, classifier);
      if (!classes.isEmpty()) {
        findings.add(finding(pattern, classes, finder, nodes, from, to));
      }
    }
    return findings;
  }

  /**
   * All rows, those of one person side by side, persons in the order of their first rows (counting
   * sort).
   */
  private int[] byPerson() {
    int[] start = new int[district.size + 1];
    for (int node = 0; node < district.size; node++) {
      start[grouping.persons().of(node) + 1]++;
    }
    for (int i = 0; i < district.size; i++) {
      start[i + 1] += start[i];
    }
    int[] nodes = new int[district.size];
    for (int node = 0; node < district.size; node++) {
      nodes[start[grouping.persons().of(node)]++] = node;
    }
    return nodes;
  }

  private <C> Finding<C> finding(
      Pattern pattern, List<C> classes, PatternFinder finder, int[] nodes, int from, int to) {
    Population census = district.census.rows;
    int row = finder.censusRow();
    int second = finder.secondRow();
    List<RegisterReference> references = new ArrayList<>();
    String block = row < 0 ? null : district.census.block(row);
    for (int i = from; i < to; i++) {
      if (!district.ofCensus(nodes[i])) {
        RegisterRows register = district.register(nodes[i]);
        int record = district.row(nodes[i]);
        references.add(
            new RegisterReference(register.register.supply(), register.rows.key(record)));
        block = block != null ? block : locator.locate(register.address, record);
      }
    }
    return new Finding<>(
        pattern,
        classes,
        row < 0 ? null : census.key(row),
        second < 0 ? null : census.key(second),
        references,
        finder.evidence(),
        block);
  }
}
