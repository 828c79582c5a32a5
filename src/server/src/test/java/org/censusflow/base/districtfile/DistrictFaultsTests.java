package org.censusflow.base.districtfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of Haicang's file with something wrong in it. */
class DistrictFaultsTests {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key: tax | key: taxes | units[18].key: 'taxes' is no known unit",
        "unit: education | unit: youth-league | supplies[3].unit: unit 'youth-league' is not among",
        "clause: H1.08b | clause: H9.99 | units[7].duties[1].clause: clause 'H9.99' is unknown",
        "clause: H1.08b | clause: X3.2.11a | units[7].duties[1].clause: clause 'X3.2.11a' is of",
        "clause: H1.08b | clause: H1.12 | units[7].duties[1].clause: clause 'H1.12' binds unit",
        "to: 2020-12-10 | to: 2020-11-10 | windows[11]: 'cross-checking' ends on 2020-11-10, before",
        "to: 2022-12-31 | to: 2032-12-31 | windows[12]: reaches 2027, which has no calendar",
        "phase: mapping | phase: mappings | windows[3].phase: 'mappings' is no known",
        "{key: songyu | {key: haicang | subdistricts[1].key: group 'haicang-haicang-",
        "key: statistics | key: health | units[7].key: group 'haicang-health' is in this file",
        "reference-time: 2020-11-01T00:00+08:00 | '' | reference-time: ",
        "reference-time: 2020-11-01T00:00+08:00 | reference-time: 2020-11-01 | reference-time: must",
        "code: \"350205\" | code: 350205 | code: must be the six-digit division code in quotes",
        "code: \"350205002\" | code: \"350206002\" | subdistricts[1].code: code 350206002 does not",
        "due: 2020-11-20 | due: 2020-11-31 | supplies[0].due: must be a day that exists",
        "'required: [record_id, school' | 'required: [record_id, campus' | supplies[3].required[1]",
        "request-reminder: 3 | request-reminder: 5 | deadlines.request-reminder: must be shorter",
        "plan-reminder: 7 | plan-reminder: 10 | deadlines.plan-reminder: must be shorter",
        "open-share: 0.005 | open-share: 5 | thresholds.open-share: is a share",
        "closing-time: | opening-time: | closing-time: ",
        "actor: census-office | actor: census-club | units[1].duties[0].actor: group 'census-club'",
        "notice: H | notice: Z | notice: no clauses are known of notice 'Z'",
        "name: 海沧区 | 'name: [海沧区' | 'line '"
      })
  void aFaultIsNamedWithItsPlace(String right, String wrong, String expected) throws IOException {
    assertThat(faultsAfter(right, wrong)).anyMatch(line -> line.startsWith("a.yaml: " + expected));
  }

  @Test
  void oneMistakeMakesOneMessage() throws IOException {
    assertThat(faultsAfter("clause: H1.08b", "clause: H9.99")).hasSize(1);
    assertThat(faultsAfter("to: 2020-12-10", "to: 2020-11-10")).hasSize(1);
    assertThat(faultsAfter("reference-time: 2020-11-01T00:00+08:00", "")).hasSize(1);
  }

  @Test
  void faultsOfShapeDoNotHideFaultsOfMeaning() throws IOException {
    String wrong =
        haicang()
            .replaceFirst("key: tax\\b", "key: taxes")
            .replace("clause: H1.08b", "clause: H9.99")
            .replace("to: 2020-12-10", "to: 2020-11-10")
            .replace("channel: tasklist", "channel: pigeon");
    Files.writeString(folder.resolve("a.yaml"), wrong);

    assertThat(faults())
        .extracting(Fault::path)
        .containsExactlyInAnyOrder(
            "units[18].key", "units[7].duties[1].clause", "windows[11]", "supplies[5].channel");
  }

  @Test
  void anUnknownUnitMakesOneMessageOfItsOwn() throws IOException {
    assertThat(faultsAfter("key: justice", "key: gardening")).hasSize(1);
  }

  @Test
  void faultsOfAllFilesComeTogether() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), haicang().replace("H1.08b", "H9.99"));
    Files.writeString(folder.resolve("b.yaml"), haicang().replace("to: 2020-12-10", "to: today"));
    Files.writeString(folder.resolve("c.yaml"), "");

    assertThat(faults()).extracting(Fault::file).contains("a.yaml", "b.yaml", "c.yaml");
  }

  @Test
  void twoDistrictsCannotShareTheirGroups() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), haicang());
    Files.writeString(folder.resolve("b.yaml"), haicang());

    assertThat(faults())
        .extracting(Fault::toString)
        .contains(
            "b.yaml: id: district 'haicang' is in a.yaml; give it another key",
            "b.yaml: units[7].key: group 'haicang-health' is in a.yaml; give it another key");
  }

  @Test
  void anEmptyPlaceIsAFault() {
    assertThat(faults()).hasSize(1);
  }

  @Test
  void aNoticeOfTheirOwnComesBesideTheFiles() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        haicang()
            .replace("notice: H", "notice: N")
            .replaceAll("\\bH[012]\\.[0-9]+[a-h]?\\b", "N1"));
    Files.createDirectory(folder.resolve("clauses"));
    Files.writeString(
        folder.resolve("clauses/N.yaml"),
        "notice: N\ntitle: own\nclauses: [{id: N1, subject: everything}]\n");

    assertThat(DistrictFolder.load("file:" + folder).require("haicang").notice()).isEqualTo("N");
  }

  private List<String> faultsAfter(String right, String wrong) throws IOException {
    assertThat(haicang()).contains(right);
    Files.writeString(folder.resolve("a.yaml"), haicang().replaceFirst(quoted(right), wrong));
    return faults().stream().map(Fault::toString).toList();
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  private List<Fault> faults() {
    return catchThrowableOfType(
            DistrictFilesInvalid.class, () -> DistrictFolder.load("file:" + folder))
        .faults();
  }

  private static String haicang() throws IOException {
    return Files.readString(Path.of("districts/haicang.yaml"));
  }
}
