package org.censusflow.crosscheck.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.censusflow.files.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * How long a whole register takes from the first part until its rows are stored. A small one on
 * every build; {@code -Dcensusflow.speed.rows=600000} measures the real size.
 */
class DeliverySpeedIT {

  private static final int ROWS = Integer.getInteger("censusflow.speed.rows", 20_000);
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  @Test
  void aWholeRegisterIsStoredInTime() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        HikariDataSource pool = pool(postgres)) {
      DeliveryScene scene = DeliveryScene.on(pool, DataSize.ofMegabytes(4));
      measure(scene, "UTF-8", StandardCharsets.UTF_8);
      measure(scene, "GB18030", Charset.forName("GB18030"));
    }
  }

  private static void measure(DeliveryScene scene, String name, Charset charset)
      throws IOException {
    byte[] file = register(charset);
    long start = System.nanoTime();
    Manifest manifest = new Manifest(ROWS, DeliveryScene.AS_OF, Sha256.hex(file));
    Delivery delivery =
        scene.upload.open(DeliveryScene.CENSUS + "-household-register", manifest, "hc").delivery();
    int size = 4 << 20;
    int parts = (file.length + size - 1) / size;
    for (int i = 0; i < parts; i++) {
      byte[] part = Arrays.copyOfRange(file, i * size, Math.min(file.length, (i + 1) * size));
      scene.upload.put(delivery, i + 1, Sha256.hex(part), part);
    }
    long sent = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Receipt receipt = scene.upload.close(delivery.id(), new Closing(parts, ROWS, null));
    long closed = System.nanoTime();
    System.out.printf(
        "%s: %,d rows, %,d bytes: parts %d ms, closing %d ms (%d ms of processor), %s%n",
        name,
        ROWS,
        file.length,
        (sent - start) / 1_000_000,
        (closed - sent) / 1_000_000,
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000,
        receipt.encoding());
    assertThat(receipt.accepted()).as(receipt.toString()).isEqualTo(ROWS);
    assertThat(Duration.ofNanos(closed - start)).isLessThan(MOST);
  }

  private static HikariDataSource pool(EmbeddedPostgres postgres) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(postgres.getPostgresDatabase());
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }

  private static byte[] register(Charset charset) {
    Random random = new Random(7);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROWS * 130);
    PrintStream out = new PrintStream(bytes, false, charset);
    out.print(
        "record_id,household_register_no,name,relation,id_number,sex,birth_date,ethnicity,address,status,as_of\n");
    LocalDate first = LocalDate.of(1935, 1, 1);
    for (int i = 0; i < ROWS; i++) {
      LocalDate birth = first.plusDays(random.nextInt(31_000));
      String first17 =
          "350205"
              + birth.toString().replace("-", "")
              + String.format("%03d", random.nextInt(1000));
      out.print(10_000_000_000L + i * 7L);
      out.print(",350205" + (100_000_000 + random.nextInt(900_000_000)));
      out.print(
          "," + "王李张刘陈杨黄赵吴周".charAt(random.nextInt(10)) + "伟芳娜敏静丽强磊".charAt(random.nextInt(8)));
      out.print("," + random.nextInt(10) + "," + first17 + check(first17));
      out.print("," + (1 + random.nextInt(2)) + "," + birth + ",01,滨湖北路");
      out.print(random.nextInt(500) + "号" + random.nextInt(30) + "栋" + random.nextInt(2500) + "室");
      out.print(",normal,2020-11-01\n");
    }
    out.flush();
    return bytes.toByteArray();
  }

  private static char check(String first17) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (first17.charAt(i) - '0') * WEIGHTS[i];
    }
    return "10X98765432".charAt(sum % 11);
  }
}
