package org.censusflow.registration.submission;

import java.util.Optional;
import org.censusflow.mapping.assignment.OwnBlocks.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the blocks of the registration are. */
@Component
public class BlockPlaces {

  private final JdbcClient jdbc;

  BlockPlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The place of a block.
   *
   * @param district whose census it has to be
   * @return empty when the district has no such census, or the census no such block
   */
  public Optional<Place> find(String district, String censusId, String block) {
    return jdbc.sql(
            """
            select c.district, c.id as census_id, b.code as block, b.subdistrict
              from census c join block b on b.census_id = c.id
             where c.district = ? and c.id = ? and b.code = ?
            """)
        .params(district, censusId, block)
        .query(Place.class)
        .optional();
  }
}
