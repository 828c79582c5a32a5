package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jars that are handed out: what they hold, and above all what they do not. */
class PackedProgramsIT {

  private static final Path JARS = Path.of("target");
  private static final long MEGABYTE = 1_000_000;

  @Test
  void theDeployedProgramHasNeitherSampleNorBenchmarksNorADatabase() throws IOException {
    assertThat(entries("censusflow.jar"))
        .isNotEmpty()
        .noneMatch(name -> name.matches(".*/h2-[\\d.]+\\.jar"))
        .noneMatch(name -> name.matches(".*/censusflow-(sample|bench|gateway|compare)-.*"))
        .noneMatch(name -> name.contains("org/censusflow/sample/"))
        .noneMatch(name -> name.matches(".*classes/sample[/.].*"));
  }

  @Test
  void theDeployedProgramKnowsNoPublishedPassword() throws IOException {
    try (JarFile jar = new JarFile(JARS.resolve("censusflow.jar").toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith("BOOT-INF/classes/")) {
          byte[] content = jar.getInputStream(entry).readAllBytes();
          assertThat(new String(content, StandardCharsets.ISO_8859_1).contains("Census-2020"))
              .as(entry.getName())
              .isFalse();
        }
      }
    }
  }

  @Test
  void aDepartmentGetsASmallClientWithoutServerOrEngine() throws IOException {
    assertThat(Files.size(JARS.resolve("censusflow-gateway.jar"))).isLessThan(15 * MEGABYTE);
    assertThat(entries("censusflow-gateway.jar"))
        .noneMatch(name -> name.matches(".*/(camunda-engine-7|censusflow-server|tomcat).*"));
  }

  @Test
  void comparingNeedsTheLinkerAndReadersOnly() throws IOException {
    assertThat(Files.size(JARS.resolve("censusflow-compare.jar"))).isLessThan(8 * MEGABYTE);
    assertThat(entries("censusflow-compare.jar"))
        .noneMatch(name -> name.matches("org/(springframework|camunda|censusflow/base)/.*"));
  }

  @Test
  void everyProgramSaysWhatItIsMadeOf() throws IOException {
    for (String jar :
        List.of("censusflow.jar", "censusflow-gateway.jar", "censusflow-compare.jar")) {
      assertThat(entries(jar)).as(jar).contains("META-INF/sbom/application.cdx.json");
    }
  }

  private static List<String> entries(String name) throws IOException {
    try (JarFile jar = new JarFile(JARS.resolve(name).toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }
}
