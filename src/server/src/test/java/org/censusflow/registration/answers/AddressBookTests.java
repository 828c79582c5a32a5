package org.censusflow.registration.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.censusflow.mapping.area.DwellingPlace;
import org.junit.jupiter.api.Test;

class AddressBookTests {

  private static final String ONE = "350205002001001";
  private static final String OTHER = "350205002001002";

  private final AddressBook book =
      new AddressBook(
          List.of(
              new DwellingPlace("样例路1号", "101", ONE),
              new DwellingPlace("样例路1号2栋", "101", OTHER),
              new DwellingPlace("样例路9号塔楼", "1-301", ONE),
              new DwellingPlace("样例路9号塔楼", "1-1301", OTHER),
              new DwellingPlace("样例路9号塔楼", "2-301", OTHER)));

  @Test
  void aBuildingInOneBlockTellsTheBlockWhateverTheDwelling() {
    assertThat(book.blockOf("样例路1号3单元909室")).contains(ONE);
  }

  @Test
  void theBuildingWithTheLongestAddressCounts() {
    assertThat(book.blockOf("样例路１号２栋 101室")).contains(OTHER);
  }

  @Test
  void inABuildingThatIsCutTheNumberOfTheDwellingTells() {
    assertThat(book.blockOf("样例路9号塔楼1单元301室")).contains(ONE);
    assertThat(book.blockOf("样例路9号塔楼1单元1301室")).contains(OTHER);
    assertThat(book.blockOf("样例路9号塔楼2单元301室")).contains(OTHER);
  }

  @Test
  void whatTheListingDoesNotTellIsNotGuessed() {
    assertThat(book.blockOf("样例路9号塔楼301室")).isEmpty();
    assertThat(book.blockOf("样例路9号塔楼")).isEmpty();
    assertThat(book.blockOf("别处路5号101室")).isEmpty();
  }
}
