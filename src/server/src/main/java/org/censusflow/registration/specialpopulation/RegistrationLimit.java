package org.censusflow.registration.specialpopulation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many people of a kind the registrations can hold at most, as a check on what is reported. */
@Component
public class RegistrationLimit {

  private final JdbcClient jdbc;

  RegistrationLimit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param censusForm the form that the kind is registered on
   * @return persons in force on that form; null when they are on none, or nobody is registered yet
   */
  public Integer of(String censusId, String censusForm) {
    if ("none".equals(censusForm) || registered(censusId, null) == 0) {
      return null;
    }
    return registered(censusId, censusForm);
  }

  private int registered(String censusId, String form) {
    return jdbc.sql(
            """
            select count(*) from person p
              join person_version v on v.person_id = p.id and v.version = p.current_version
             where p.census_id = :census and v.status = 'REGISTERED'
               and (cast(:form as varchar(16)) is null or v.form = :form)
            """)
        .param("census", censusId)
        .param("form", form)
        .query(Integer.class)
        .single();
  }
}
