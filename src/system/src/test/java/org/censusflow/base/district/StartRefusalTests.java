package org.censusflow.base.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.censusflow.CensusFlow;
import org.censusflow.base.districtfile.DistrictFilesInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTests {

  @TempDir private Path folder;

  @Test
  void aFaultyFileStopsTheStartBeforeAnythingIsTouched(CapturedOutput output) throws IOException {
    String text = Files.readString(Path.of("districts/haicang.yaml"));
    Files.writeString(folder.resolve("a.yaml"), text.replace("clause: H1.08b", "clause: H9.99"));

    assertThatThrownBy(
            () ->
                SpringApplication.run(
                    CensusFlow.class,
                    "--censusflow.districts=file:" + folder,
                    "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("census")))
        .isInstanceOf(DistrictFilesInvalid.class)
        .satisfies(e -> assertThat(((DistrictFilesInvalid) e).getExitCode()).isEqualTo(1));

    assertThat(output)
        .contains("a.yaml: units[7].duties[1].clause: clause 'H9.99' is unknown")
        .doesNotContain("\tat org.");
    assertThat(folder.resolve("census.mv.db")).doesNotExist();
  }
}
