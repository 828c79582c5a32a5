package org.censusflow.sample.workflow;

import java.util.List;
import java.util.Map;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.preparation.Staff.Team;
import org.censusflow.registration.answers.Block;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;

/** How large a subdistrict of the sample is, for the forms that ask for it. */
@Component
class PlaceFigures {

  private static final int PAY_PER_BLOCK = 400;

  /** A block's, by estimate: nobody has registered anybody yet. */
  private static final int HOUSEHOLDS = 75;

  private static final int PERSONS = 200;

  private final Districts districts;
  private final Registrations registrations;
  private final org.censusflow.preparation.Staff staff;

  PlaceFigures(
      Districts districts, Registrations registrations, org.censusflow.preparation.Staff staff) {
    this.districts = districts;
    this.registrations = registrations;
    this.staff = staff;
  }

  /** What staff are needed for. */
  Map<String, Object> load(String districtId, String subdistrict) {
    List<Block> blocks = blocks(districtId, subdistrict);
    int part = Math.max(1, blocks.size());
    int communities = (int) blocks.stream().map(Block::communityCode).distinct().count();
    return Map.of(
        "communityCount",
        Math.max(1, communities),
        "blockCount",
        part,
        "householdCount",
        part * HOUSEHOLDS,
        "personCount",
        part * PERSONS);
  }

  /** What staff are paid for. */
  Map<String, Object> work(String districtId, String subdistrict) {
    Team certified = staff.certifiedIn(censusId(districtId), subdistrict);
    int blocks = Math.max(1, blocks(districtId, subdistrict).size());
    return Map.of(
        "acceptedBlocks",
        blocks,
        "paidEnumerators",
        certified.enumerators(),
        "paidSupervisors",
        certified.supervisors(),
        "allowanceDue",
        blocks * PAY_PER_BLOCK,
        "phoneDue",
        blocks);
  }

  /** The sample's blocks in a subdistrict. */
  List<Block> blocks(String districtId, String subdistrict) {
    return registrations.blocks(censusId(districtId)).stream()
        .filter(block -> block.subdistrict().equals(subdistrict))
        .toList();
  }

  String censusId(String districtId) {
    District district = districts.require(districtId);
    return district.census().id();
  }
}
