package org.censusflow.linkage.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTests {

  @TempDir private Path folder;

  private static Population everyRole() {
    List<Field> fields = new ArrayList<>();
    for (Role role : Role.values()) {
      fields.add(Field.of(role.name(), role));
    }
    Population.Builder builder = Population.builder(fields);
    builder.add(
        "k1",
        "11010519491231002X",
        "A-1",
        "张伟",
        "1949-12-31",
        "1",
        "滨湖路1号2幢",
        "some text",
        "1.5",
        "01");
    builder.add("k2", "", "", "阿卜杜热合曼·买买提", "1950-01", "女", "村北社42号", "", "x", "02");
    builder.add("k3", "E123", "b", "𠮷田", "", "", "", "another", "-2", "01");
    return builder.build();
  }

  @Test
  void aSnapshotGivesBackEveryColumn() throws IOException {
    Population before = everyRole();
    Path file = folder.resolve("a.snapshot");
    Snapshot.write(before, file);
    Population after = Snapshot.read(file);
    assertThat(after.fields()).isEqualTo(before.fields());
    for (Field field : before.fields()) {
      for (int row = 0; row < before.size(); row++) {
        assertThat(after.column(field.name()).key(row))
            .as("%s %d", field.name(), row)
            .isEqualTo(before.column(field.name()).key(row));
        assertThat(after.text(field.name(), row)).isEqualTo(before.text(field.name(), row));
      }
    }
  }

  @Test
  void aDamagedSnapshotIsRefused() throws IOException {
    Path file = folder.resolve("a.snapshot");
    Snapshot.write(everyRole(), file);
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += 13) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      Path other = folder.resolve("b" + at + ".snapshot");
      Files.write(other, damaged);
      assertThatThrownBy(() -> Snapshot.read(other)).isInstanceOf(IOException.class);
    }
    Path shorter = folder.resolve("c.snapshot");
    Files.write(shorter, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> Snapshot.read(shorter)).hasMessageContaining("damaged");
  }
}
