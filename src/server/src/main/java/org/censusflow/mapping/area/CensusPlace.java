package org.censusflow.mapping.area;

import java.util.Comparator;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Subdistrict;
import org.springframework.stereotype.Component;

/** Which district a census belongs to, and which subdistrict a code lies in. */
@Component
public class CensusPlace {

  private final Districts districts;

  CensusPlace(Districts districts) {
    this.districts = districts;
  }

  /**
   * @throws AreaRefused when no district holds such a census
   */
  public District district(String censusId) {
    return districts.all().stream()
        .filter(district -> district.census().id().equals(censusId))
        .findFirst()
        .orElseThrow(() -> new AreaRefused("CF-E801 没有这项普查：" + censusId));
  }

  /** Key of the subdistrict that a code of nine digits or more begins with; null when in none. */
  public static String subdistrictOf(District district, String code) {
    return district.subdistricts().stream()
        .filter(part -> code.startsWith(part.code()))
        .max(Comparator.comparing(part -> part.code().length()))
        .map(Subdistrict::key)
        .orElse(null);
  }
}
