package org.censusflow.crosscheck.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.censusflow.files.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** A delivery in parts on both databases. */
class DeliveryTablesIT {

  private static final String FILE =
      """
      record_id,name,id_number,sex,birth_date,address,organisation
      1,张伟,11010519491231002X,1,1949-12-31,"滨湖北路1号, 2栋",海沧一厂
      2,李娜,,女,1990-02-30,滨湖北路3号,海沧二厂
      3,王芳,,2,1991-03-04,"滨湖
      北路4号",海沧\\三厂
      """;

  private static EmbeddedPostgres postgres;
  private static HikariDataSource pool;

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.start();
    HikariConfig config = new HikariConfig();
    config.setDataSource(postgres.getPostgresDatabase());
    config.setMaximumPoolSize(4);
    pool = new HikariDataSource(config);
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    pool.close();
    postgres.close();
  }

  static List<DeliveryScene> databases() {
    JdbcClient.create(pool).sql("drop schema public cascade; create schema public").update();
    return List.of(DeliveryScene.inMemory(), DeliveryScene.on(pool, DataSize.ofBytes(64)));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyStepHoldsAndMayBeRepeated(DeliveryScene scene) {
    String request = DeliveryScene.CENSUS + "-taxpayers";
    byte[] file = FILE.getBytes(StandardCharsets.UTF_8);
    String whole = Sha256.hex(file);
    Manifest manifest =
        new Manifest("tax-1", DeliveryScene.AS_OF, Manifest.Mode.REPLACE, null, 3, whole);

    DeliveryUpload.Opened opened = scene.upload.open(request, manifest, "hc-tax");
    assertThat(opened.isNew()).isTrue();
    assertThat(scene.upload.open(request, manifest, "hc-tax").isNew()).isFalse();
    Delivery delivery = opened.delivery();

    int parts = (file.length + 63) / 64;
    for (int part = parts; part >= 1; part--) {
      byte[] content = part(file, part);
      scene.upload.put(delivery, part, Sha256.hex(content), content);
      scene.upload.put(delivery, part, Sha256.hex(content), content);
    }
    assertThat(scene.parts.parts(delivery.id())).hasSize(parts);

    Closing last = new Closing(parts, 3, whole);
    Receipt receipt = scene.upload.close(delivery.id(), last);
    assertThat(scene.upload.close(delivery.id(), last)).isEqualTo(receipt);
    assertThat(receipt.status()).isEqualTo("RECEIVED");
    assertThat(receipt.sha256()).isEqualTo(whole);
    assertThat(receipt.rows()).isEqualTo(3);
    assertThat(receipt.accepted()).isEqualTo(2);
    assertThat(receipt.rejects()).containsExactly(new Receipt.Reject(3, "“出生日期”不是日历上有的日期"));
    assertThat(scene.events).containsExactly(new DeliveryReceived(request, delivery.id()));

    byte[] again = part(file, 1);
    scene.upload.put(scene.ledger.require(delivery.id()), 1, Sha256.hex(again), again);
    assertThat(scene.count("delivery_part where content is not null")).isZero();
    assertThat(scene.deliveries.shortcoming(request, 0.5, 1)).isEmpty();
    assertThat(scene.deliveries.shortcoming(request, 0.1, 1)).get().asString().contains("1 条无法读取");

    scene.deliveries.accept(request);
    List<RegisterRow> rows = new java.util.ArrayList<>();
    scene.deliveries.forEachAccepted(DeliveryScene.CENSUS, "taxpayers", rows::add);
    assertThat(rows).extracting(RegisterRow::recordId).containsExactly("1", "3");
    assertThat(rows.get(0).idNumber()).isEqualTo("11010519491231002X");
    assertThat(rows.get(0).address()).isEqualTo("滨湖北路1号, 2栋");
    assertThat(rows.get(1).address()).isEqualTo("滨湖 北路4号");
    assertThat(rows.get(1).organisation()).isEqualTo("海沧\\三厂");

    List<String> lines = new java.util.ArrayList<>();
    scene.receipts.rejected(delivery.id(), lines::add);
    assertThat(lines)
        .containsExactly(
            "record_id,name,id_number,sex,birth_date,address,organisation,文件行号,拒收原因",
            "2,李娜,,女,1990-02-30,滨湖北路3号,海沧二厂,3,“出生日期”不是日历上有的日期");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aFileThatCannotBeReadIsKeptSealedAndLeavesNoRow(DeliveryScene scene) {
    String broken = FILE.replace("birth_date", "whatever");
    Receipt receipt = scene.deliver("medical-insured", broken, 3);
    assertThat(receipt.status()).isEqualTo("QUARANTINED");
    assertThat(receipt.reason()).contains("缺少以下列", "出生日期");
    assertThat(scene.count("register_row")).isEqualTo(scene.count("register_row where line < 0"));
    assertThat(scene.jdbc.sql("select content from delivery_part").query(byte[].class).list())
        .isNotEmpty()
        .noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains("张伟"));
    assertThat(scene.events)
        .contains(
            new DeliveryQuarantined(receipt.requestId(), receipt.deliveryId(), receipt.reason()));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void anotherContentUnderTheSameNumberIsRefused(DeliveryScene scene) {
    Manifest manifest = new Manifest(3, DeliveryScene.AS_OF, null);
    Delivery delivery =
        scene.upload.open(DeliveryScene.CENSUS + "-students", manifest, "x").delivery();
    scene.upload.put(delivery, 1, Sha256.hex(new byte[] {1}), new byte[] {1});
    assertThatThrownBy(
            () -> scene.upload.put(delivery, 1, Sha256.hex(new byte[] {2}), new byte[] {2}))
        .isInstanceOf(DeliveryConflict.class)
        .hasMessageContaining("CF-E603");
    assertThatThrownBy(
            () -> scene.upload.put(delivery, 2, Sha256.hex(new byte[] {2}), new byte[] {3}))
        .isInstanceOf(DeliveryRefused.class)
        .hasMessageContaining("CF-E602");
    assertThatThrownBy(() -> scene.upload.close(delivery.id(), new Closing(2, 3, null)))
        .isInstanceOf(DeliveryRefused.class)
        .hasMessageContaining("CF-E606");
  }

  private static byte[] part(byte[] file, int number) {
    return Arrays.copyOfRange(file, (number - 1) * 64, Math.min(file.length, number * 64));
  }
}
