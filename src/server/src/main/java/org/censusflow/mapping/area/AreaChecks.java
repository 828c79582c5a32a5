package org.censusflow.mapping.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.censusflow.base.district.District;
import org.censusflow.base.district.LoadNorm;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.mapping.area.AreaFinding.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether areas are ready to be worked in: every community covered, no gap, no overlap, load within
 * the district's norm.
 */
@Component
public class AreaChecks {

  private final CensusPlace place;
  private final AreaStore store;
  private final OutlineStore outlines;
  private final JdbcClient jdbc;

  AreaChecks(CensusPlace place, AreaStore store, OutlineStore outlines, JdbcClient jdbc) {
    this.place = place;
    this.store = store;
    this.outlines = outlines;
    this.jdbc = jdbc;
  }

  /**
   * @param subdistrict key; null for the whole district
   * @throws AreaRefused when there is no such census
   */
  @Transactional(readOnly = true)
  public Readiness check(String censusId, String subdistrict) {
    District district = place.district(censusId);
    List<CensusArea> areas = store.areas(censusId, subdistrict);
    List<AreaBlock> blocks = store.blocks(censusId, subdistrict);
    Map<String, Outline> drawn =
        outlines.all(censusId, subdistrict).stream()
            .collect(Collectors.toMap(Outline::code, Function.identity()));
    List<AreaFinding> findings = new ArrayList<>();
    coverage(district, subdistrict, areas, blocks, findings);
    homeless(censusId, subdistrict, findings);
    findings.addAll(
        OutlineChecks.check(drawn, blocks.stream().filter(block -> !block.virtual()).toList()));
    load(blocks, district.loadNorm(), findings);
    return new Readiness(
        figures(censusId, subdistrict, areas, blocks, drawn, district.loadNorm()), findings);
  }

  private static void coverage(
      District district,
      String subdistrict,
      Collection<CensusArea> areas,
      Collection<AreaBlock> blocks,
      List<AreaFinding> findings) {
    Set<String> listed = areas.stream().map(CensusArea::code).collect(Collectors.toSet());
    Set<String> covered = blocks.stream().map(AreaBlock::areaCode).collect(Collectors.toSet());
    for (Subdistrict part : district.subdistricts()) {
      if (subdistrict != null && !subdistrict.equals(part.key())) {
        continue;
      }
      part.communities().stream()
          .filter(community -> !listed.contains(community.code()))
          .forEach(
              community ->
                  findings.add(
                      new AreaFinding(
                          Kind.COMMUNITY_MISSING,
                          community.code(),
                          community.name() + "不在普查区名单中")));
      if (areas.stream().noneMatch(area -> area.subdistrict().equals(part.key()))) {
        findings.add(
            new AreaFinding(Kind.AREA_WITHOUT_BLOCK, part.code(), part.name() + "没有划分普查区"));
      }
    }
    areas.stream()
        .filter(area -> !covered.contains(area.code()))
        .forEach(
            area ->
                findings.add(
                    new AreaFinding(
                        Kind.AREA_WITHOUT_BLOCK, area.code(), area.name() + "没有划分普查小区")));
  }

  private void homeless(String censusId, String subdistrict, List<AreaFinding> findings) {
    jdbc.sql(
            """
            select g.code, g.block_code from building g
              left join area_block b
                on b.census_id = g.census_id and b.code = g.block_code and b.status = 'ACTIVE'
             where g.census_id = ? and (cast(? as varchar) is null or g.subdistrict = ?)
               and b.code is null
            union
            select g.code, d.block_code from dwelling d
              join building g on g.census_id = d.census_id and g.code = d.building_code
              left join area_block b
                on b.census_id = d.census_id and b.code = d.block_code and b.status = 'ACTIVE'
             where d.census_id = ? and (cast(? as varchar) is null or g.subdistrict = ?)
               and b.code is null
             order by code
            """)
        .params(censusId, subdistrict, subdistrict, censusId, subdistrict, subdistrict)
        .query(
            (row, n) ->
                new AreaFinding(
                    Kind.BUILDING_WITHOUT_BLOCK,
                    row.getString("code"),
                    "建筑物所在的小区 " + row.getString("block_code") + " 已不存在"))
        .list()
        .forEach(findings::add);
  }

  private static void load(List<AreaBlock> blocks, LoadNorm norm, List<AreaFinding> findings) {
    for (AreaBlock block : blocks) {
      String counts = "%d 户 %d 人".formatted(block.households(), block.persons());
      if (block.virtual() && block.persons() > AreaBlock.MOST_IN_VIRTUAL) {
        findings.add(
            new AreaFinding(
                Kind.VIRTUAL_TOO_LARGE,
                block.code(),
                "虚拟小区 %s，最多 %d 人".formatted(counts, AreaBlock.MOST_IN_VIRTUAL)));
      } else if (Load.heavy(block, norm)) {
        findings.add(
            new AreaFinding(
                Kind.OVERLOADED,
                block.code(),
                "%s，超过每名普查员约 %d 户或者 %d 人".formatted(counts, norm.households(), norm.persons())));
      } else if (Load.light(block, norm)) {
        findings.add(new AreaFinding(Kind.LIGHT, block.code(), counts + "，不足标准工作量的一半"));
      }
      if (!block.listed() && !block.virtual()) {
        findings.add(new AreaFinding(Kind.NOT_LISTED, block.code(), "还没有建筑物和住房单元清单"));
      }
    }
  }

  private Readiness.Figures figures(
      String censusId,
      String subdistrict,
      List<CensusArea> areas,
      List<AreaBlock> blocks,
      Map<String, Outline> drawn,
      LoadNorm norm) {
    int enumerators =
        blocks.stream()
            .mapToInt(block -> Load.heavy(block, norm) ? (int) Math.ceil(Load.of(block, norm)) : 1)
            .sum();
    int fewest = (enumerators + norm.mostEnumerators() - 1) / norm.mostEnumerators();
    return new Readiness.Figures(
        areas.size(),
        blocks.size(),
        (int) blocks.stream().filter(AreaBlock::virtual).count(),
        (int) blocks.stream().filter(block -> drawn.containsKey(block.code())).count(),
        (int) blocks.stream().filter(AreaBlock::listed).count(),
        count("building g where g.census_id = ?", censusId, subdistrict),
        count(
            "dwelling d join building g on g.census_id = d.census_id and g.code = d.building_code"
                + " where d.census_id = ?",
            censusId,
            subdistrict),
        blocks.stream().mapToInt(AreaBlock::households).sum(),
        blocks.stream().mapToInt(AreaBlock::persons).sum(),
        enumerators,
        fewest,
        Math.max(fewest, enumerators / norm.fewestEnumerators()));
  }

  private int count(String from, String censusId, String subdistrict) {
    return jdbc.sql(
            "select count(*) from "
                + from
                + " and (cast(? as varchar) is null or g.subdistrict = ?)")
        .params(censusId, subdistrict, subdistrict)
        .query(Integer.class)
        .single();
  }
}
