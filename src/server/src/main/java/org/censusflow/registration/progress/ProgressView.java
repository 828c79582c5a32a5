package org.censusflow.registration.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.field.FieldFigures;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.field.Progress;

/**
 * Progress as programs read it: every figure with its denominator beside it.
 *
 * @param level BLOCK, AREA, SUBDISTRICT or DISTRICT
 * @param acceptance how far the acceptance of the whole is
 * @param figures by key, in a fixed order
 * @param parts the level below, in the order of the codes and never by achievement; none for a
 *     block
 */
public record ProgressView(
    Level level,
    String code,
    String name,
    String acceptance,
    Map<String, Figure> figures,
    List<ProgressView> parts) {

  /**
   * A figure and what it is a part of.
   *
   * @param label Chinese
   * @param of the denominator
   * @param ofLabel Chinese, what the denominator counts
   */
  public record Figure(String label, int actual, int of, String ofLabel) {

    /** In percent, as it is shown; a dash where nothing is to be reached. */
    public String share() {
      return of == 0 ? "–" : "%.1f%%".formatted(100.0 * actual / of);
    }
  }

  /** A household that was drawn for recheck, and the hash that drew it. */
  public record Drawn(int round, int rank, int household, String hash) {}

  /** Draws of a block with all that is needed to repeat them. */
  public record Draw(String seed, String rule, List<Drawn> drawn) {}

  static ProgressView of(Progress.Part whole, List<Progress.Part> parts) {
    return new ProgressView(
        whole.level(),
        whole.code(),
        whole.name(),
        whole.acceptance(),
        figures(whole.figures()),
        parts.stream().map(part -> of(part, List.of())).toList());
  }

  private static Map<String, Figure> figures(FieldFigures f) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("started", new Figure("已开始登记的小区", f.started(), f.blocks(), "普查小区"));
    figures.put("shortAccepted", new Figure("短表已验收的小区", f.shortAccepted(), f.blocks(), "普查小区"));
    figures.put("registered", new Figure("登记已完成的小区", f.registered(), f.blocks(), "普查小区"));
    figures.put("late", new Figure("逾期的小区", f.late(), f.blocks(), "普查小区"));
    figures.put("redone", new Figure("重新登记过的小区", f.redone(), f.blocks(), "普查小区"));
    figures.put("settled", new Figure("已登记或结案的户", f.settled(), f.listed(), "底册户数"));
    figures.put("households", new Figure("已填报的户", f.households(), f.listed(), "底册户数"));
    figures.put("proxies", new Figure("由知情人提供情况的户", f.proxies(), f.settled(), "已登记或结案的户"));
    figures.put("empties", new Figure("证实无人居住的户", f.empties(), f.settled(), "已登记或结案的户"));
    figures.put("unplaced", new Figure("边界变更后地址待核对的户", f.unplaced(), f.households(), "已填报的户"));
    int persons = f.here() + f.absent();
    figures.put("persons", new Figure("已登记的人", persons, f.listedPersons(), "摸底应登记人数"));
    figures.put("here", new Figure("现住本小区的人", f.here(), persons, "已登记的人"));
    figures.put("absent", new Figure("户口在本小区、人不在的人", f.absent(), persons, "已登记的人"));
    figures.put("foreigners", new Figure("港澳台居民和外籍人员", f.foreigners(), persons, "已登记的人"));
    figures.put(
        "withoutId", new Figure("没有身份号码的人", f.withoutId(), persons - f.foreigners(), "填报短表的人"));
    figures.put("rechecked", new Figure("已复核的户", f.rechecked(), f.sampled(), "抽中复核的户"));
    figures.put("wrongItems", new Figure("差错项", f.wrongItems(), f.checkedItems(), "核对项"));
    figures.put(
        "longRegistered", new Figure("已登记的长表户", f.longRegistered(), f.longForms(), "抽中的长表户"));
    return figures;
  }
}
