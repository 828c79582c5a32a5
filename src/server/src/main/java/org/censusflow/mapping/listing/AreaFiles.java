package org.censusflow.mapping.listing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.District;
import org.censusflow.files.Notes;
import org.censusflow.files.Sha256;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaStore;
import org.censusflow.mapping.area.CensusArea;
import org.censusflow.mapping.area.CensusPlace;
import org.censusflow.mapping.area.Outline;
import org.censusflow.mapping.area.OutlineStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the office's own files in. A file replaces what its subdistricts delivered of the same kind
 * before; with any fault, all faults are said at once and nothing of the file is stored.
 */
@Component
public class AreaFiles {

  private final CensusPlace place;
  private final AreaStore store;
  private final ListingStore listing;
  private final OutlineStore outlines;
  private final AreaLedger ledger;
  private final CensusRegister censuses;

  public AreaFiles(
      CensusPlace place,
      AreaStore store,
      ListingStore listing,
      OutlineStore outlines,
      AreaLedger ledger,
      CensusRegister censuses) {
    this.place = place;
    this.store = store;
    this.listing = listing;
    this.outlines = outlines;
    this.ledger = ledger;
    this.censuses = censuses;
  }

  /**
   * What came in.
   *
   * @param rows communities, blocks, dwellings or outlines
   * @param subdistricts keys of the subdistricts that the file replaced
   * @param notes what was noticed in the file and done about it, one line each, in Chinese
   */
  public record Taken(int rows, List<String> subdistricts, List<String> notes) {

    Taken(int rows, List<String> subdistricts) {
      this(rows, subdistricts, List.of());
    }
  }

  /**
   * @param subdistrict the only one that the file may speak of; null for the whole district
   * @param by account
   * @throws AreaFileRefused with everything that is wrong with the file
   * @throws AreaRefused when there is no such census
   */
  @Transactional
  public Taken take(
      String censusId, AreaFileKind kind, String subdistrict, InputStream content, String by)
      throws IOException {
    District district = place.district(censusId);
    censuses.open(district);
    ledger.lock(censusId);
    byte[] bytes = AreaText.bytes(content);
    Faults faults = new Faults();
    RowCheck check = new RowCheck(district, subdistrict, faults);
    Notes notes = new Notes();
    Taken taken =
        switch (kind) {
          case AREAS ->
              takeAreas(censusId, AreaFileReader.read(bytes, check, faults, notes), faults);
          case BLOCKS ->
              takeBlocks(censusId, BlockFileReader.read(bytes, check, faults, notes), faults);
          case DWELLINGS ->
              takeDwellings(
                  censusId,
                  DwellingFileReader.read(bytes, check, blockCodes(censusId), faults, notes),
                  faults);
          case OUTLINES ->
              takeOutlines(
                  censusId,
                  OutlineFileReader.read(
                      AreaText.decode(bytes), check, outlined(district), faults, notes),
                  faults);
        };
    ledger.taken(censusId, taken.subdistricts(), kind, Sha256.hex(bytes), taken.rows(), by);
    return new Taken(taken.rows(), taken.subdistricts(), notes.all());
  }

  private Taken takeAreas(String censusId, List<CensusArea> areas, Faults faults) {
    List<String> parts = open(censusId, areas, CensusArea::subdistrict, faults);
    faults.refuse();
    listing.replaceAreas(censusId, parts, areas);
    return new Taken(areas.size(), parts);
  }

  private Taken takeBlocks(String censusId, List<BlockFileReader.Row> blocks, Faults faults) {
    List<String> parts = open(censusId, blocks, BlockFileReader.Row::subdistrict, faults);
    Map<String, CensusArea> added = new HashMap<>();
    Set<String> known =
        store.areas(censusId, null).stream().map(CensusArea::code).collect(Collectors.toSet());
    Map<String, Boolean> listed = new HashMap<>();
    for (BlockFileReader.Row block : blocks) {
      if (!known.contains(block.areaCode())) {
        boolean list =
            listed.computeIfAbsent(
                block.subdistrict(),
                part -> ledger.lastTaken(censusId, part, AreaFileKind.AREAS).isPresent());
        if (list) {
          faults.add(block.line(), block.code(), "普查区不在已导入的普查区名单中");
        } else {
          added.putIfAbsent(
              block.areaCode(),
              new CensusArea(block.areaCode(), block.subdistrict(), block.areaName(), null));
        }
      }
    }
    faults.refuse();
    listing.insertAreas(censusId, added.values());
    listing.replaceBlocks(censusId, parts, blocks);
    return new Taken(blocks.size(), parts);
  }

  private Taken takeDwellings(
      String censusId, List<DwellingFileReader.Row> dwellings, Faults faults) {
    List<String> parts = open(censusId, dwellings, DwellingFileReader.Row::subdistrict, faults);
    faults.refuse();
    listing.replaceDwellings(censusId, parts, dwellings);
    return new Taken(dwellings.size(), parts);
  }

  /** Of accepted subdistricts only the sketches that a boundary change left are drawn anew. */
  private Taken takeOutlines(String censusId, List<OutlineFileReader.Row> rows, Faults faults) {
    List<String> accepted = ledger.accepted(censusId);
    Set<String> sketches =
        outlines.all(censusId, null).stream()
            .filter(Outline::provisional)
            .map(Outline::code)
            .collect(Collectors.toSet());
    List<OutlineFileReader.Row> whole = new ArrayList<>();
    List<OutlineFileReader.Row> redrawn = new ArrayList<>();
    for (OutlineFileReader.Row row : rows) {
      if (!accepted.contains(row.subdistrict())) {
        whole.add(row);
      } else if (sketches.contains(row.code())) {
        redrawn.add(row);
      } else {
        faults.add(0, row.code(), "轮廓已验收，不再改画");
      }
    }
    faults.refuse();
    listing.replaceOutlines(censusId, parts(whole, OutlineFileReader.Row::subdistrict), whole);
    redrawn.forEach(
        row ->
            outlines.put(
                censusId, row.subdistrict(), new Outline(row.code(), row.geometry(), false)));
    return new Taken(rows.size(), parts(rows, OutlineFileReader.Row::subdistrict));
  }

  private static <T> List<String> parts(Collection<T> rows, Function<T, String> part) {
    return rows.stream().map(part).filter(Objects::nonNull).distinct().sorted().toList();
  }

  /** The subdistricts that the rows speak of; one that is accepted takes no more files. */
  private <T> List<String> open(
      String censusId, Collection<T> rows, Function<T, String> part, Faults faults) {
    List<String> parts = parts(rows, part);
    List<String> accepted = ledger.accepted(censusId);
    parts.stream()
        .filter(accepted::contains)
        .forEach(
            name ->
                faults.add(
                    0,
                    "",
                    place.district(censusId).subdistrict(name).name() + "的普查区已验收，不再导入文件：请办理边界变更"));
    return parts;
  }

  private Set<String> blockCodes(String censusId) {
    return store.blocks(censusId, null).stream().map(AreaBlock::code).collect(Collectors.toSet());
  }

  private Set<String> outlined(District district) {
    String censusId = district.census().id();
    Set<String> codes = new HashSet<>(blockCodes(censusId));
    store.areas(censusId, null).forEach(area -> codes.add(area.code()));
    district.subdistricts().forEach(part -> codes.add(part.code()));
    return codes;
  }
}
