package org.censusflow.sample.population;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.sample.population.SampleDistrict.Subdistrict;

/**
 * The district's invented geography. Each block has one address prefix of its own and no prefix is
 * the beginning of another, so that the address of a row tells its block. Community codes begin at
 * 701, where no district has real ones.
 */
final class AreaPlan {

  private static final int COMMUNITIES = 299;

  private final List<SampleBlock> blocks = new ArrayList<>();
  private final List<School> primary = new ArrayList<>();
  private final List<School> middle = new ArrayList<>();

  AreaPlan(SampleDistrict district, int count, Rng rng) {
    Lists places = Lists.of("places.txt");
    WeightedList first = places.words("first");
    WeightedList second = places.words("second");
    WeightedList street = places.words("street");
    WeightedList hamlet = places.words("hamlet");
    int subdistricts = district.subdistricts().size();
    int perSubdistrict = (count + subdistricts - 1) / subdistricts;
    int perCommunity = Math.max(20, (perSubdistrict + COMMUNITIES - 1) / COMMUNITIES);
    if (perCommunity > 899) {
      throw new IllegalArgumentException("too many blocks for a district: " + count);
    }
    int pairs = first.size() * second.size();
    for (int i = 0; i < count; i++) {
      Subdistrict subdistrict = district.subdistricts().get(i / perSubdistrict);
      int within = i % perSubdistrict;
      int community = within / perCommunity + 1;
      String code =
          subdistrict.code() + (700 + community) + Texts.padded(within % perCommunity + 1, 3);
      // 397 and the number of pairs have no common factor: neighbours get unlike names, and names
      // come round again
      // (with other numbers) only after all pairs were used.
      int pair = (int) (i * 397L % pairs);
      String name = first.get(pair / second.size()) + second.get(pair % second.size());
      int round = i / pairs;
      boolean village = i % 10 == 9 && round < hamlet.size();
      String prefix =
          village
              ? name + "村" + hamlet.get(round)
              : name + street.get((i + i / 10) % street.size()) + (i % 97 + round * 100 + 1) + "号";
      blocks.add(new SampleBlock(i, code, subdistrict, "样例第" + community + "社区", prefix));
    }
    for (int i = 0; i < Math.max(1, count / 15); i++) {
      primary.add(new School("样例第" + (i + 1) + "小学", any(rng)));
    }
    for (int i = 0; i < Math.max(2, count / 40); i++) {
      middle.add(new School("样例第" + (i + 1) + "中学", any(rng)));
    }
  }

  List<SampleBlock> blocks() {
    return blocks;
  }

  SampleBlock any(Rng rng) {
    return blocks.get(rng.below(blocks.size()));
  }

  /** A block other than the given one; the same when there is no other. */
  SampleBlock other(SampleBlock block, Rng rng) {
    if (blocks.size() == 1) {
      return block;
    }
    SampleBlock other = blocks.get(rng.below(blocks.size() - 1));
    return other.index < block.index ? other : blocks.get(other.index + 1);
  }

  /** The block next in number, where a household of this block may wrongly be written. */
  SampleBlock neighbour(SampleBlock block) {
    return blocks.get(
        block.index + 1 < blocks.size() ? block.index + 1 : Math.max(0, block.index - 1));
  }

  School primarySchool(Rng rng) {
    return primary.get(rng.below(primary.size()));
  }

  School middleSchool(Rng rng) {
    return middle.get(rng.below(middle.size()));
  }
}
