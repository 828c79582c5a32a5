package org.censusflow.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Supply;
import org.censusflow.sample.population.ErrorModel;
import org.censusflow.sample.population.SampleDistrict;
import org.censusflow.sample.population.SampleOptions;
import org.censusflow.sample.population.SamplePopulation;
import org.springframework.stereotype.Component;

/** The files of the sample population, made once for a seed and a size. */
@Component
public class SampleFiles {

  /** Written last, so that a generation that was cut off is repeated. */
  private static final String COMPLETE = "complete";

  private final SampleSettings settings;

  SampleFiles(SampleSettings settings) {
    this.settings = settings;
  }

  /** Makes the population that the settings ask for, unless it is there. */
  public void ensure(District district) throws IOException {
    Path directory = directory();
    if (Files.exists(directory.resolve(COMPLETE))) {
      return;
    }
    Files.createDirectories(directory);
    SamplePopulation.generate(options(district)).writeTo(directory);
    Files.createFile(directory.resolve(COMPLETE));
  }

  private SampleOptions options(District district) {
    SampleDistrict place =
        new SampleDistrict(
            district.code(),
            district.fullName(),
            district.subdistricts().stream()
                .map(part -> new SampleDistrict.Subdistrict(part.code(), part.name()))
                .toList());
    return new SampleOptions(
        settings.persons(),
        settings.blocks(),
        settings.seed(),
        place,
        district.referenceTime().toLocalDate(),
        ErrorModel.defaults(),
        district.supplies().stream().map(Supply::id).collect(Collectors.toSet()));
  }

  private Path directory() {
    return settings
        .directory()
        .resolve(
            settings.district()
                + "-"
                + settings.persons()
                + "-"
                + settings.blocks()
                + "-"
                + settings.seed());
  }

  public Path blocks() {
    return directory().resolve("blocks.csv");
  }

  public Path census() {
    return directory().resolve("census.csv");
  }

  public Path register(String supply) {
    return directory().resolve(supply + ".csv");
  }

  /** The true pairs of a register and the census: {@code left_id} is the census row. */
  Path pairs(String supply) {
    return directory().resolve("truth-" + supply + ".csv");
  }

  public SampleTruth truth() throws IOException {
    return SampleTruth.read(directory().resolve("truth-differences.csv"));
  }
}
