package org.censusflow.postenumeration.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HoldingsTests {

  /** A new table has to be put into one of the two lists of {@link Holdings}. */
  @Test
  void everyTableEitherIdentifiesPeopleOrIsKept() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
    List<String> tables =
        JdbcClient.create(database)
            .sql(
                """
                select lower(table_name) from information_schema.tables
                 where lower(table_schema) = 'public' and lower(table_name) not like 'flyway%'
                """)
            .query(String.class)
            .list();
    Set<String> classified = new HashSet<>(Holdings.KEPT);
    Holdings.IDENTIFYING.forEach(it -> classified.add(it.table()));
    assertThat(tables).hasSizeGreaterThan(40).isSubsetOf(classified);
    assertThat(Holdings.IDENTIFYING)
        .extracting(Holding::table)
        .doesNotContainAnyElementsOf(Holdings.KEPT);
  }
}
