package org.censusflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.censusflow.files.FileReport;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.listing.AreaFileCheck;
import org.censusflow.registration.intake.IntakeDatabase;
import org.censusflow.registration.intake.RegistrationFileCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the census office can ask of its own files before it hands them in. */
class OfficeFileCheckTests {

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("a.csv"), String.join("\n", lines) + "\n");
  }

  @Test
  void registrationsAreLookedThroughWithoutACensus() throws IOException {
    Path file =
        file(
            IntakeDatabase.HEADER,
            IntakeDatabase.row(1).replace("1980-01-01", "1980/1/1"),
            IntakeDatabase.row(2).replace("1980-01-01", "1980-02-30"),
            IntakeDatabase.row(3).replace("戴伟", "#N/A"));
    FileReport report = new RegistrationFileCheck().read(file, null);
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.rejects()).extracting(FileReport.Reject::line).containsExactly(3L, 4L);
    assertThat(report.rejects().get(1).reason()).startsWith("R17");
    assertThat(report.notes()).contains("日期由其他写法转为 2020-11-01 的形式：1 行");
    assertThat(new RegistrationFileCheck().read(file("a,b", "1,2"), null).reason())
        .startsWith("CF-E821 文件缺少以下列：行号（row_id）");
  }

  @Test
  void listsOfAreasAreKnownByTheirColumns() throws IOException {
    AreaFileCheck areas = new AreaFileCheck(AreaFileKind.AREAS);
    assertThat(areas.read(file("普查区代码,街道代码,普查区名称", "350205002701,350205002,样例社区"), null).sound())
        .isTrue();
    assertThat(areas.read(file("普查区代码,名称", "350205002701,样例社区"), null).reason())
        .isEqualTo("缺少栏：街道代码（subdistrict）。");
    assertThat(Commands.run(new String[] {"check-file", "none.csv", "--as", "areas"})).contains(2);
  }
}
