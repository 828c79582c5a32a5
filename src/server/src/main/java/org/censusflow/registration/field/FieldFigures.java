package org.censusflow.registration.field;

import java.util.Locale;

/**
 * What stands in a block or in everything below an area, a subdistrict, the district. Every count
 * comes with what it is a part of.
 *
 * @param blocks blocks in it
 * @param started of these, whose registration has begun
 * @param shortAccepted of these, whose short forms are accepted
 * @param registered of these, whose long forms are in as well
 * @param late of these, not done by their date
 * @param redone of these, registered anew after a recheck
 * @param listed households on the lists
 * @param settled of these, registered or closed
 * @param proxies of the settled, closed with what others know
 * @param empties of the settled, found empty
 * @param households households that have answers
 * @param listedPersons persons that the enumerators expect
 * @param here persons registered as living here
 * @param absent persons registered who live elsewhere
 * @param foreigners of all registered, on the form for residents from Hong Kong, Macao, Taiwan and
 *     for foreigners
 * @param withoutId of those on the other forms, without an identity number
 * @param sampled households drawn for recheck
 * @param rechecked of these, rechecked
 * @param checkedItems items that rechecks compared
 * @param wrongItems of these, wrong
 * @param missedPersons persons whom rechecks found missing
 * @param longForms households drawn for the long form, of the blocks where that is fixed
 * @param longRegistered of these, registered
 * @param unplaced households that stayed when a boundary changed, because the listing does not know
 *     their address
 */
public record FieldFigures(
    int blocks,
    int started,
    int shortAccepted,
    int registered,
    int late,
    int redone,
    int listed,
    int settled,
    int proxies,
    int empties,
    int households,
    int listedPersons,
    int here,
    int absent,
    int foreigners,
    int withoutId,
    int sampled,
    int rechecked,
    int checkedItems,
    int wrongItems,
    int missedPersons,
    int longForms,
    int longRegistered,
    int unplaced) {

  public int openHouseholds() {
    return listed - settled;
  }

  /** Wrong items among those compared, between 0 and 1. */
  public double errorShare() {
    return share(wrongItems, checkedItems, 0);
  }

  /** Households closed with what others know among all settled, between 0 and 1. */
  public double proxyShare() {
    return share(proxies, settled, 0);
  }

  /** Persons with an identity number among those who should have one, between 0 and 1. */
  public double identityShare() {
    int persons = here + absent - foreigners;
    return share(persons - withoutId, persons, 1);
  }

  private static double share(int part, int whole, double none) {
    return whole == 0 ? none : (double) part / whole;
  }

  /** The figures as whoever accepts them reads them. */
  public String text() {
    return String.format(
            Locale.ROOT,
            """
        - 普查小区 %d 个，短表已验收 %d 个，逾期 %d 个，重做过 %d 个
        - 底册 %d 户，已登记或结案 %d 户，其中由知情人提供情况 %d 户（%.2f%%），证实无人居住 %d 户
        - 摸底应登记 %d 人，已登记现住 %d 人、户口在此人不在 %d 人，其中港澳台居民和外籍人员 %d 人；没有身份号码 %d 人
        - 随机复核抽取 %d 户，已复核 %d 户，核对 %d 项，差错 %d 项（%.2f%%），漏登 %d 人
        """,
            blocks,
            shortAccepted,
            late,
            redone,
            listed,
            settled,
            proxies,
            proxyShare() * 100,
            empties,
            listedPersons,
            here,
            absent,
            foreigners,
            withoutId,
            sampled,
            rechecked,
            checkedItems,
            wrongItems,
            errorShare() * 100,
            missedPersons)
        + placing();
  }

  private String placing() {
    return unplaced == 0 ? "" : "- 边界变更后，%d 户的地址不在住房单元清单中，仍留在原小区，请现场核对所属小区\n".formatted(unplaced);
  }
}
