package org.censusflow.registration.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.censusflow.registration.answers.Census;
import org.censusflow.registration.form.FormCatalogue;
import org.flywaydb.core.Flyway;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with one census of two blocks, and files for it. */
public final class IntakeDatabase {

  public static final String CENSUS = "haicang-2020";
  public static final String BLOCK = "350205001001001";
  public static final LocalDate FILLED_IN = LocalDate.of(2020, 11, 10);
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-11-20T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

  public static final String HEADER =
      "row_id,block,household_no,line_no,name,relation,id_number,sex,birth_date,ethnicity,residence,hukou_place,address,form";

  private final DataSource source;
  private final Path folder;

  private IntakeDatabase(DataSource source, Path folder) {
    this.source = source;
    this.folder = folder;
    Flyway.configure().dataSource(source).load().migrate();
    jdbc()
        .sql(
            "insert into census (id, district, reference_time) values (?, 'haicang', '2020-11-01 00:00:00+08')")
        .param(CENSUS)
        .update();
    for (String block : List.of(BLOCK, "350205001001002")) {
      jdbc()
          .sql(
              "insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix) values (?, ?, 'haicang', '350205001001', '样例社区', '样例路')")
          .params(CENSUS, block)
          .update();
    }
  }

  public static IntakeDatabase h2(Path folder) {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    return new IntakeDatabase(new DriverManagerDataSource(url, "sa", ""), folder);
  }

  public static IntakeDatabase on(DataSource source, Path folder) {
    return new IntakeDatabase(source, folder);
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(source);
  }

  public DataSource source() {
    return source;
  }

  public BulkIntake intake() {
    return intake(CLOCK);
  }

  BulkIntake intake(Clock clock) {
    return new BulkIntake(source, FormCatalogue.load(), ledger(), clock);
  }

  public JobLedger ledger() {
    return transactional(
        source, new JobLedger(new JdbcTemplate(source), auditOn(source), event -> {}, CLOCK));
  }

  public SingleIntake single() {
    return new SingleIntake(
        new JdbcTemplate(source), FormCatalogue.load(), auditOn(source), event -> {}, CLOCK);
  }

  /** One household's form, in a transaction as the program's own. */
  public HouseholdReceipt submit(HouseholdSubmission form, String actor) {
    return inTransaction(source, () -> single().submit(census(), form, actor));
  }

  public Census census() {
    return new Census(CENSUS, "haicang", Instant.EPOCH, OptionalLong.empty());
  }

  public static <T> T inTransaction(DataSource source, Supplier<T> work) {
    return new TransactionTemplate(new JdbcTransactionManager(source))
        .execute(status -> work.get());
  }

  /** With the transactions that the program gives its beans. */
  static <T> T transactional(DataSource source, T bean) {
    ProxyFactory proxy = new ProxyFactory(bean);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice(
        new TransactionInterceptor(
            (TransactionManager) new JdbcTransactionManager(source),
            new AnnotationTransactionAttributeSource()));
    @SuppressWarnings("unchecked")
    T proxied = (T) proxy.getProxy();
    return proxied;
  }

  static IntakeAudit auditOn(DataSource source) {
    return (user, district, action, type, key) ->
        JdbcClient.create(source)
            .sql(
                "insert into audit_entry (occurred_at, actor, district, action, object_type, object_key) values (current_timestamp, ?, ?, ?, ?, ?)")
            .params(user, district, action, type, key)
            .update();
  }

  /** A row of a man who lives alone, by his number. */
  public static String row(int number) {
    return row(number, BLOCK, "1980-01-01", "01");
  }

  public static String row(int number, String block, String birth, String ethnicity) {
    return number
        + ","
        + block
        + ","
        + number
        + ",1,戴伟,0,34052419800101001X,1,"
        + birth
        + ","
        + ethnicity
        + ",here,local-block,样例路"
        + number
        + "号,short";
  }

  public Path file(String name, String... lines) throws IOException {
    return file(name, StandardCharsets.UTF_8, lines);
  }

  public Path file(String name, Charset charset, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n", charset);
  }

  public IntakeJob takeIn(Path file) throws IOException, SQLException {
    return takeIn(file, null);
  }

  public IntakeJob takeIn(Path file, String encoding) throws IOException, SQLException {
    IntakeJob job =
        intake()
            .open(CENSUS, file, file.getFileName().toString(), encoding, FILLED_IN, "hc-office-1");
    return intake().run(job.id(), file);
  }

  public long count(String table) {
    return jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  /** Reasons by line of the file. */
  public List<String> rejects() {
    return jdbc()
        .sql("select row_no, reasons from intake_reject order by row_no")
        .query((row, n) -> row.getLong(1) + " " + row.getString(2))
        .list();
  }
}
