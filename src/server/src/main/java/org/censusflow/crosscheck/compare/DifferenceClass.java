package org.censusflow.crosscheck.compare;

import static org.censusflow.crosscheck.compare.Outcome.ADDED;
import static org.censusflow.crosscheck.compare.Outcome.CORRECTED;
import static org.censusflow.crosscheck.compare.Outcome.DEAD;
import static org.censusflow.crosscheck.compare.Outcome.EMIGRATED;
import static org.censusflow.crosscheck.compare.Outcome.KEPT;
import static org.censusflow.crosscheck.compare.Outcome.LIVES_ELSEWHERE;
import static org.censusflow.crosscheck.compare.Outcome.MERGED;
import static org.censusflow.crosscheck.compare.Outcome.MOVED_BLOCK;
import static org.censusflow.crosscheck.compare.Outcome.MOVED_FORM;
import static org.censusflow.crosscheck.compare.Outcome.NONE_HELD;
import static org.censusflow.crosscheck.compare.Outcome.NON_RESIDENT;
import static org.censusflow.crosscheck.compare.Outcome.NOT_FOUND;
import static org.censusflow.crosscheck.compare.Outcome.PAIRED;
import static org.censusflow.crosscheck.compare.Outcome.REMOVED;

import java.util.List;

/**
 * The kinds of difference between the census and the registers, each with what a verification may
 * find.
 */
public enum DifferenceClass {
  D01("户籍有、普查无", ADDED, LIVES_ELSEWHERE, DEAD, EMIGRATED, NOT_FOUND),
  D02("出生记录有、普查无", ADDED, NON_RESIDENT, DEAD),
  D03("已有死亡记录、普查登记在世", REMOVED, KEPT),
  D04("重复登记现住", MERGED, KEPT),
  D05("人户分离未配对", PAIRED, KEPT),
  D06("登记项目与部门记录不一致", CORRECTED, KEPT),
  D07("证件号码缺失或有误", CORRECTED, NONE_HELD),
  D08("超出普查标准时点", REMOVED, CORRECTED, KEPT),
  D09("在校学生两处登记", MERGED, KEPT),
  D10("有社保或税务记录、普查无", ADDED, NON_RESIDENT, NOT_FOUND),
  D11("使用表种有误", MOVED_FORM, KEPT),
  D12("普查小区归属有误", MOVED_BLOCK, KEPT);

  private final String label;
  private final List<Outcome> outcomes;

  DifferenceClass(String label, Outcome... outcomes) {
    this.label = label;
    this.outcomes = List.of(outcomes);
  }

  /** What staff read. */
  public String label() {
    return label;
  }

  public List<Outcome> outcomes() {
    return outcomes;
  }
}
