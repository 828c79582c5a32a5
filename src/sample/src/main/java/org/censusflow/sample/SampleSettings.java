package org.censusflow.sample;

import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sample census, under {@code censusflow.sample}.
 *
 * @param enabled whether a sample census is set up on the embedded database
 * @param district id of the district whose census it is
 * @param persons people in the sample population, about
 * @param blocks census blocks
 * @param seed the same seed makes the same population
 * @param directory where the sample's files are written; by default below the system's temporary
 *     directory
 * @param yourself units that the sample leaves to a program of your own, such as {@code health}
 */
@ConfigurationProperties("censusflow.sample")
public record SampleSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("haicang") String district,
    @DefaultValue("20000") int persons,
    @DefaultValue("80") int blocks,
    @DefaultValue("7") long seed,
    Path directory,
    @DefaultValue Set<String> yourself) {

  public SampleSettings {
    if (directory == null) {
      directory = Path.of(System.getProperty("java.io.tmpdir"), "censusflow-sample");
    }
  }
}
