package org.censusflow.mapping.area;

import java.util.List;
import org.censusflow.mapping.area.AreaFinding.Group;
import org.censusflow.mapping.area.AreaFinding.Severity;

/** What the machine found out about the areas of a subdistrict or of the whole district. */
public record Readiness(Figures figures, List<AreaFinding> findings) {

  /**
   * @param blocks blocks that are worked in, virtual ones included
   * @param outlines blocks with an outline
   * @param listedBlocks blocks whose dwellings have been listed
   * @param enumerators how many the load norm asks for: one a block, more where a block is heavy
   * @param fewestSupervisors at the most enumerators for each supervisor
   * @param mostSupervisors at the fewest
   */
  public record Figures(
      int areas,
      int blocks,
      int virtualBlocks,
      int outlines,
      int listedBlocks,
      int buildings,
      int dwellings,
      int households,
      int persons,
      int enumerators,
      int fewestSupervisors,
      int mostSupervisors) {}

  /** Whether nothing stands against acceptance. */
  public boolean ready() {
    return findings.stream().noneMatch(it -> it.kind().severity() == Severity.ERROR);
  }

  /** Blocks without an outline. */
  public int undrawn() {
    return (int)
        findings.stream().filter(it -> it.kind() == AreaFinding.Kind.BLOCK_WITHOUT_OUTLINE).count();
  }

  /** Findings of a group that stand against acceptance, or for load and listing all of them. */
  public int count(Group group) {
    return (int)
        findings.stream()
            .filter(it -> it.kind().group() == group)
            .filter(
                it ->
                    it.kind().severity() == Severity.ERROR
                        || group == Group.LOAD
                        || group == Group.LISTING)
            .count();
  }

  /** The findings as an officer reads them in a form, errors first, so many and how many more. */
  public String text(int most) {
    StringBuilder text = new StringBuilder();
    List<AreaFinding> ordered =
        findings.stream()
            .sorted(java.util.Comparator.comparing(it -> it.kind().severity()))
            .toList();
    ordered.stream()
        .limit(most)
        .forEach(
            it ->
                text.append("- ")
                    .append(it.kind().severity() == Severity.ERROR ? "须改正：" : "提示：")
                    .append(it.code())
                    .append(it.code().isEmpty() ? "" : " ")
                    .append(it.text())
                    .append('\n'));
    if (ordered.size() > most) {
      text.append("- 另有 ").append(ordered.size() - most).append(" 处，见检查结果清单\n");
    }
    return text.toString();
  }
}
