package org.censusflow.sample.population;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a population while they are written, household by household. */
final class PopulationWriter implements Closeable {

  /** Registers tell the state of some weeks after the reference time. */
  private static final int AS_OF_DAYS = 19;

  private final LocalDate asOf;
  private final Path directory;
  private final Writer census;
  private final Writer differences;
  private final Writer pairErrors;
  private final Map<SampleSupply, ShuffledLines> supplies = new EnumMap<>(SampleSupply.class);
  private final Map<SampleSupply, Writer> truths = new EnumMap<>(SampleSupply.class);
  private final Map<Long, Integer> lines = new HashMap<>();
  private final StringBuilder line = new StringBuilder(200);
  final SampleCounts counts = new SampleCounts();

  PopulationWriter(SampleOptions options, Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.asOf = options.reference().plusDays(AS_OF_DAYS);
    this.census = open("census.csv", CensusRow.HEADER);
    this.differences = open("truth-differences.csv", InjectedDifference.HEADER);
    this.pairErrors = open("errors-household-register.csv", PairError.HEADER);
    for (SampleSupply supply : SampleSupply.values()) {
      if (options.supplies().contains(supply.key)) {
        Rng rng = new Rng(options.seed(), -2 - supply.number);
        Writer out = open(supply.key + ".csv", supply.header + "\n");
        supplies.put(supply, new ShuffledLines(out, rng));
        truths.put(supply, open("truth-" + supply.key + ".csv", "left_id,right_id\n"));
      }
    }
  }

  void writeBlocks(List<SampleBlock> blocks) throws IOException {
    try (Writer out =
        open("blocks.csv", "block,subdistrict,community_code,community_name,address_prefix\n")) {
      for (SampleBlock block : blocks) {
        out.write(
            Texts.line(
                block.code,
                block.subdistrict.code(),
                block.communityCode,
                block.communityName,
                block.prefix));
      }
    }
  }

  /** Writes a household; gives back how many of its people stand in the census. */
  int write(Household household) throws IOException {
    lines.clear();
    int counted = 0;
    for (Person person : household.persons) {
      for (CensusRow row : person.rows) {
        writeRow(row);
      }
      for (SupplyRow record : person.records) {
        writeRecord(person, record);
      }
      writeInsured(person);
      counted += person.rows.isEmpty() ? 0 : 1;
    }
    for (InjectedDifference difference : household.differences) {
      if (difference.record() == null || supplies.containsKey(difference.record().supply)) {
        differences.write(difference.line());
        counts.difference(difference.type());
      }
    }
    for (PairError error : household.pairErrors) {
      pairErrors.write(error.line());
      counts.pairError(error.kind());
    }
    counts.persons(counted);
    return counted;
  }

  private void writeRow(CensusRow row) throws IOException {
    row.rowId = counts.nextRow();
    RowPlace place = row.place;
    long key = (long) place.block().index << 32 | place.household();
    int number = place.line() > 0 ? place.line() : lines.merge(key, 1, Integer::sum);
    line.setLength(0);
    row.appendTo(line, number);
    census.append(line);
  }

  private void writeRecord(Person person, SupplyRow record) throws IOException {
    if (supplies.containsKey(record.supply)) {
      record.recordId = record.supply.recordId(counts.nextRecord(record.supply));
      write(person, record, record.supply, record.recordId);
    }
  }

  /** The pension fund's record of the person stands for both, or else the health fund's. */
  private void writeInsured(Person person) throws IOException {
    SupplyRow pension = person.record(SampleSupply.SOCIAL_INSURED);
    SupplyRow record = pension == null ? person.record(SampleSupply.MEDICAL_INSURED) : pension;
    if (record != null && supplies.containsKey(SampleSupply.INSURED)) {
      String id = SampleSupply.INSURED.recordId(counts.nextRecord(SampleSupply.INSURED));
      write(person, record, SampleSupply.INSURED, id);
    }
  }

  private void write(Person person, SupplyRow record, SampleSupply supply, String id)
      throws IOException {
    supplies.get(supply).write(record.line(id, asOf));
    for (CensusRow row : person.rows) {
      truths.get(supply).write(row.rowId + "," + id + "\n");
      counts.pair(supply);
    }
  }

  private Writer open(String name, String header) throws IOException {
    Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(
                Files.newOutputStream(directory.resolve(name)), StandardCharsets.UTF_8),
            1 << 16);
    writer.write(header);
    return writer;
  }

  @Override
  public void close() throws IOException {
    census.close();
    differences.close();
    pairErrors.close();
    for (ShuffledLines supply : supplies.values()) {
      supply.close();
    }
    for (Writer truth : truths.values()) {
      truth.close();
    }
  }
}
