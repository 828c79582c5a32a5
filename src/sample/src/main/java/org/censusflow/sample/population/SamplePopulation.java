package org.censusflow.sample.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.censusflow.sample.population.Person.Life;

/**
 * A population that does not exist, with known truth: who lives where, what the census and the
 * departments wrote down, and every mistake among it. {@code docs/sample.md} describes files,
 * structure and error model.
 *
 * <p>Households are made one after the other and go straight to disk, so that memory does not grow
 * with the population. The bytes depend on the options alone.
 */
public final class SamplePopulation {

  private final SampleOptions options;

  private SamplePopulation(SampleOptions options) {
    this.options = options;
  }

  public static SamplePopulation generate(SampleOptions options) {
    return new SamplePopulation(options);
  }

  /**
   * Writes census.csv, blocks.csv, a file and a truth for each supply, and the truth of the
   * differences. Files that exist are overwritten.
   *
   * @throws UncheckedIOException when the directory cannot be written
   */
  public SampleSummary writeTo(Path directory) {
    AreaPlan plan = new AreaPlan(options.district(), options.blocks(), new Rng(options.seed(), -1));
    try (PopulationWriter writer = new PopulationWriter(options, directory)) {
      writer.writeBlocks(plan.blocks());
      write(plan, writer);
      return writer.counts.summary();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(AreaPlan plan, PopulationWriter writer) throws IOException {
    PersonMaker persons = new PersonMaker(options);
    HouseholdFactory households = new HouseholdFactory(options, persons, plan);
    RowMaker rows = new RowMaker(options.reference());
    DifferenceMaker differences = new DifferenceMaker(options, persons, households, plan);
    LinkageErrors linkage = new LinkageErrors(options, plan);
    RegisterNoise noise = new RegisterNoise(options, plan);
    List<SampleBlock> blocks = plan.blocks();
    long made = 0;
    long counted = 0;
    for (SampleBlock block : blocks) {
      long until = (long) options.persons() * (block.index + 1) / blocks.size();
      while (counted < until) {
        Rng rng = new Rng(options.seed(), made++);
        Household household = households.make(block, rng);
        int size = 0;
        for (Person person : household.persons) {
          size += person.life == Life.GONE ? 0 : 1;
        }
        rows.describe(household, rng);
        differences.lay(household, size, rng);
        linkage.lay(household, size, rng);
        noise.apply(household, rng);
        counted += writer.write(household);
      }
    }
  }
}
