package org.censusflow.sample.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorModelTests {

  @TempDir Path directory;

  @Test
  void aFileChangesWhatItNamesAndKeepsTheRestOfItsPreset() throws IOException {
    ErrorModel model =
        ErrorModel.read(
            file("preset: linkage\nlinkage:\n  duplicate: 0.5\ndifferences: {D04: 0.01}\n"));
    assertThat(model.linkage().duplicate()).isEqualTo(0.5);
    assertThat(model.linkage().idMissing())
        .isEqualTo(ErrorModel.preset("linkage").linkage().idMissing());
    assertThat(model.rate("D04")).isEqualTo(0.01);
    assertThat(model.rate("D05")).isZero();
    assertThat(model.composition().migrant()).isZero();
  }

  @Test
  void allFaultsOfAFileAreToldAtOnce() throws IOException {
    Path file = file("linkage: {duplicat: 0.1}\ndifferences: {D13: 0.1, D01: 2}\nregisters: 5\n");
    assertThatThrownBy(() -> ErrorModel.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown key linkage.duplicat")
        .hasMessageContaining("unknown key differences.D13")
        .hasMessageContaining("differences.D01 is not a share")
        .hasMessageContaining("registers is not a map");
  }

  @Test
  void householdKindsCannotBeMoreThanAll() throws IOException {
    Path file = file("composition: {migrant: 0.8, split: 0.4}\n");
    assertThatThrownBy(() -> ErrorModel.read(file)).hasMessageContaining("together");
  }

  @Test
  void anUnknownPresetIsRefused() {
    assertThatThrownBy(() -> ErrorModel.preset("perfect")).hasMessageContaining("perfect");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("errors.yaml"), text);
  }
}
