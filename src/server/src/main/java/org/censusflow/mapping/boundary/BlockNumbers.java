package org.censusflow.mapping.boundary;

import java.util.Set;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaRefused;

/** Gives out numbers of blocks; none is given twice in an area, not even after a block is gone. */
final class BlockNumbers {

  private BlockNumbers() {}

  /**
   * @throws AreaRefused when the area has used its 899 numbers
   */
  static String next(String areaCode, Set<String> ever) {
    int last =
        ever.stream()
            .filter(code -> code.startsWith(areaCode) && !AreaBlock.isVirtual(code))
            .mapToInt(AreaBlock::number)
            .max()
            .orElse(0);
    if (last + 1 >= AreaBlock.FIRST_VIRTUAL) {
      throw new AreaRefused("CF-E803 普查区 " + areaCode + " 的小区顺序号已经用完。");
    }
    return areaCode + "%03d".formatted(last + 1);
  }
}
