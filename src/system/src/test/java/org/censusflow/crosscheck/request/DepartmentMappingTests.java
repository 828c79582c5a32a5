package org.censusflow.crosscheck.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.censusflow.CensusFlow;
import org.censusflow.base.districtfile.DistrictFilesInvalid;
import org.censusflow.base.districtfile.DistrictFolder;
import org.censusflow.base.districtfile.Fault;
import org.censusflow.crosscheck.delivery.DeliveryScene;
import org.censusflow.crosscheck.delivery.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** A department delivers with its own names and codes, which a file beside the district's says. */
class DepartmentMappingTests {

  private static final String MAPPING =
      """
      district: haicang
      unit: tax
      supply: taxpayers
      columns:
        record_id: [纳税人识别号]
        name: [纳税人全称]
        address: [经常居住地]
      codes:
        sex:
          "1": [先生, "2"]
          "2": [女士, "1"]
      """;

  /** 住址 and 性别 1 mean something else than usual here. */
  private static final String FILE =
      """
      纳税人识别号,住址,纳税人全称,身份证号,性别,出生日期,经常居住地,单位名称
      T1,旧址,张伟,,1,1990-01-02,滨湖北路1号,海沧一厂
      T2,旧址,李娜,,先生,1991-01-02,滨湖北路2号,海沧一厂
      """;

  @TempDir private Path folder;
  private String location;

  @BeforeEach
  void aDistrict() throws IOException {
    Files.copy(Path.of("districts/haicang.yaml"), folder.resolve("haicang.yaml"));
    Files.createDirectory(folder.resolve("mappings"));
    location = "file:" + folder + "/";
  }

  private void mapping(String name, String text) throws IOException {
    Files.writeString(folder.resolve("mappings").resolve(name), text);
  }

  @Test
  void itsFileIsReadByItsOwnNamesAndCodes() throws IOException {
    mapping("tax.yaml", MAPPING);
    DeliveryScene scene = DeliveryScene.inMemory(location);
    Receipt receipt = scene.deliver("taxpayers", FILE, 2);
    assertThat(receipt.accepted()).as(receipt.toString()).isEqualTo(2);
    assertThat(
            scene
                .jdbc
                .sql("select record_id || name || sex || address from register_row order by line")
                .query(String.class)
                .list())
        .containsExactly("T1张伟2滨湖北路1号", "T2李娜1滨湖北路2号");
  }

  @Test
  void withoutItsMappingTheFileIsNotGuessedAt() {
    Receipt receipt = DeliveryScene.inMemory(location).deliver("taxpayers", FILE, 2);
    assertThat(receipt.status()).isEqualTo("QUARANTINED");
    assertThat(receipt.reason()).contains("缺少以下列", "记录编号", "姓名");
  }

  @Test
  void anotherDepartmentsFilesAreReadAsBefore() throws IOException {
    mapping("tax.yaml", MAPPING);
    String file = "编号,姓名,身份证号,性别,出生日期,住址,单位名称\n1,张伟,,1,1990-01-02,滨湖北路1号,一厂\n";
    DeliveryScene scene = DeliveryScene.inMemory(location);
    Receipt receipt = scene.deliver("social-insured", file, 1);
    assertThat(scene.onlyRow(receipt.deliveryId()).sex()).isEqualTo("1");
  }

  @Test
  void everythingThatIsWrongWithAMappingIsSaidAtOnce() throws IOException {
    mapping(
        "tax.yaml",
        """
        district: haicang
        unit: health
        supply: taxpayers
        colums: {}
        columns:
          nickname: [昵称]
          name: 姓名
          address: [住址]
          organisation: [住址]
        codes:
          sex: {"3": [其他], "1": [先生], "2": [先生]}
          name: {a: [b]}
        """);
    mapping("nowhere.yaml", MAPPING.replace("haicang", "nowhere"));
    mapping("broken.yaml", "district: [");
    assertThat(
            catchThrowableOfType(DistrictFilesInvalid.class, () -> DeliveryScene.inMemory(location))
                .faults())
        .extracting(Fault::file, Fault::path)
        .contains(
            tuple("tax.yaml", "colums"),
            tuple("tax.yaml", "unit"),
            tuple("tax.yaml", "columns.nickname"),
            tuple("tax.yaml", "columns.name"),
            tuple("tax.yaml", "columns.organisation"),
            tuple("tax.yaml", "codes.sex.3"),
            tuple("tax.yaml", "codes.sex.2"),
            tuple("tax.yaml", "codes.name"),
            tuple("nowhere.yaml", "district"),
            tuple("broken.yaml", "line 1"))
        .hasSize(10);
  }

  @Test
  void aMappingIsCheckedWithItsDistrictsFileWithoutAStart() throws IOException {
    List<Path> files = List.of(folder.resolve("haicang.yaml"));
    mapping("tax.yaml", MAPPING);
    mapping("elsewhere.yaml", MAPPING.replace("haicang", "xiangshan"));
    assertThat(DepartmentMappings.check(files)).isEmpty();
    mapping("tax.yaml", MAPPING.replace("unit: tax", "unit: health"));
    assertThat(DepartmentMappings.check(files)).extracting(Fault::path).containsExactly("unit");
  }

  @Test
  void twoMappingsOfTheSameRecordsAreRefused() throws IOException {
    mapping("a.yaml", MAPPING);
    mapping("b.yaml", MAPPING);
    assertThatThrownBy(() -> DepartmentMappings.load(location, DistrictFolder.load(location)))
        .isInstanceOf(DistrictFilesInvalid.class)
        .hasMessageContaining("b.yaml: another file maps the same records");
  }

  @Test
  void aWrongMappingStopsTheStartBeforeAnythingIsTouched() throws IOException {
    mapping("tax.yaml", MAPPING.replace("taxpayers", "taxes"));
    assertThatThrownBy(
            () ->
                SpringApplication.run(
                    CensusFlow.class,
                    "--censusflow.districts=" + location,
                    "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("census")))
        .isInstanceOf(DistrictFilesInvalid.class)
        .hasMessageContaining("tax.yaml: supply: 'taxes' is no kind of record");
    assertThat(folder.resolve("census.mv.db")).doesNotExist();
  }
}
