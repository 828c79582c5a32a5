package org.censusflow.registration.answers;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.censusflow.base.access.Caller;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registrations of all censuses: read them, freeze them for comparison, add versions. */
@Component
public class Registrations {

  /** Rows fetched at a time, so that a district streams through in constant memory. */
  private static final int FETCH_SIZE = 5_000;

  private static final String SELECT_PERSON =
      """
      select p.id, v.version, v.status, v.block_code, h.household_no, h.address, v.line_no, v.name,
             v.relation, v.id_number, v.sex, v.birth_date, v.ethnicity, v.residence, v.hukou_place, v.form
        from person p
        join person_version v on v.person_id = p.id
        join household h on h.id = p.household_id
      """;

  private static final String SELECT_BLOCK =
      """
      select code, subdistrict, community_code, community_name, address_prefix from block where census_id = ?
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;
  private final Clock clock;

  public Registrations(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.streaming = new JdbcTemplate(template.getDataSource());
    this.streaming.setFetchSize(FETCH_SIZE);
  }

  public Optional<Census> find(String censusId) {
    return jdbc.sql("select id, district, reference_time, frozen_version from census where id = ?")
        .param(censusId)
        .query(
            (row, n) -> {
              long frozen = row.getLong("frozen_version");
              OptionalLong version = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(frozen);
              return new Census(
                  row.getString("id"),
                  row.getString("district"),
                  row.getTimestamp("reference_time").toInstant(),
                  version);
            })
        .optional();
  }

  /**
   * @throws IllegalArgumentException when there is no such census
   */
  public Census require(String censusId) {
    return find(censusId)
        .orElseThrow(() -> new IllegalArgumentException("No census with the id " + censusId));
  }

  /**
   * The district of a census, which has to be one of the caller's.
   *
   * @throws AccessDeniedException for one of another district and for none alike
   */
  public String district(String censusId, Caller caller) {
    String district =
        find(censusId)
            .map(Census::district)
            .orElseThrow(() -> new AccessDeniedException("No such census for the caller"));
    caller.mustBelongTo(district);
    return district;
  }

  /**
   * Fixes which answers the cross-check compares, and returns how many persons they are.
   * Repeatable.
   */
  @Transactional
  public int freeze(String censusId) {
    jdbc.sql(
            """
            update census
               set frozen_version = (select coalesce(max(v.id), 0) from person_version v
                                       join person p on p.id = v.person_id where p.census_id = census.id),
                   frozen_at = ?
             where id = ?
            """)
        .params(Moments.now(clock), censusId)
        .update();
    return personCount(censusId);
  }

  public int personCount(String censusId) {
    return jdbc.sql(
            """
            select count(*) from person p
              join person_version v on v.person_id = p.id and v.version = p.current_version
             where p.census_id = ? and v.status = 'REGISTERED'
            """)
        .param(censusId)
        .query(Integer.class)
        .single();
  }

  public int householdCount(String censusId) {
    return jdbc.sql("select count(*) from household where census_id = ? and state = 'ANSWERED'")
        .param(censusId)
        .query(Integer.class)
        .single();
  }

  public List<Block> blocks(String censusId) {
    return jdbc.sql(SELECT_BLOCK + " order by code").param(censusId).query(Block.class).list();
  }

  /**
   * @throws IllegalArgumentException when the census has no such block
   */
  public Block block(String censusId, String code) {
    return jdbc.sql(SELECT_BLOCK + " and code = ?")
        .params(censusId, code)
        .query(Block.class)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("No block " + code + " in " + censusId));
  }

  /** Streams the frozen answers of everyone who is registered, in the order of their keys. */
  @Transactional(readOnly = true)
  public void forEachFrozen(String censusId, Consumer<RegisteredPerson> reader) {
    long frozen =
        require(censusId)
            .frozenVersion()
            .orElseThrow(
                () ->
                    new IllegalStateException("Registrations of " + censusId + " are not frozen"));
    streaming.query(
        SELECT_PERSON
            + """
               where p.census_id = ? and v.status = 'REGISTERED' and v.id <= ?
                 and not exists (select 1 from person_version later
                                  where later.person_id = p.id and later.version > v.version and later.id <= ?)
               order by p.id
              """,
        (org.springframework.jdbc.core.RowCallbackHandler)
            row -> reader.accept(PersonMapping.read(row)),
        censusId,
        frozen,
        frozen);
  }

  /** The registrations in force of the named persons. */
  public List<RegisteredPerson> current(List<Long> personIds) {
    if (personIds.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            SELECT_PERSON + " where p.id in (:ids) and v.version = p.current_version order by p.id")
        .param("ids", personIds)
        .query((row, n) -> PersonMapping.read(row))
        .list();
  }

  /** All versions of a person, the original first. */
  public List<RegisteredPerson> history(long personId) {
    return jdbc.sql(SELECT_PERSON + " where p.id = ? order by v.version")
        .param(personId)
        .query((row, n) -> PersonMapping.read(row))
        .list();
  }
}
