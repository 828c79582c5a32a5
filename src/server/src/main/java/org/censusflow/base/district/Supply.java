package org.censusflow.base.district;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.censusflow.base.data.Code;

/**
 * Records that a unit owes for the comparison.
 *
 * @param id one of the known supplies, e.g. {@code births}; the comparison knows them by it
 * @param unit key of the unit that owes them
 * @param name what staff see
 * @param mode whether the unit hands over only or also checks and signs the comparison's figures
 * @param clauses the notice's clauses that ask for it
 * @param fields columns of the file in order: name to the label that staff see
 * @param required columns that every row has to fill
 * @param legalBasis why the records may be asked for, shown in the request
 * @param due planned last day of delivery; {@link DueDates} says how it meets a late request
 * @param channel how the unit delivers unless it chooses otherwise
 * @param minimumRows fewer rows than this make the delivery short; null when any number will do
 * @param registerAsOf the day whose state of the register is asked for
 */
public record Supply(
    String id,
    String unit,
    String name,
    Mode mode,
    List<String> clauses,
    Map<String, String> fields,
    List<String> required,
    String legalBasis,
    LocalDate due,
    Channel channel,
    Integer minimumRows,
    LocalDate registerAsOf) {

  public Supply {
    clauses = Copies.of(clauses);
    fields = Copies.of(fields);
    required = Copies.of(required);
  }

  /** What the notice asks of the supplier. */
  public enum Mode {
    @JsonProperty("compare")
    COMPARE,
    @JsonProperty("hand-over")
    HAND_OVER
  }

  /** How the records come. */
  public enum Channel implements Code {
    @JsonProperty("gateway")
    GATEWAY,
    @JsonProperty("rest")
    REST,
    @JsonProperty("tasklist")
    TASKLIST;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
