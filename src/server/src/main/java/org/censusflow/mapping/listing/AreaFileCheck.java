package org.censusflow.mapping.listing;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.files.FileCheck;
import org.censusflow.files.Notes;
import org.censusflow.files.Unreadable;
import org.censusflow.mapping.area.AreaFileKind;

/**
 * Reads a list of areas, blocks or dwellings without a district: its columns, and whether its rows
 * can be taken apart. Codes are checked when it is delivered.
 */
public final class AreaFileCheck extends FileCheck {

  private final AreaFileKind kind;

  public AreaFileCheck(AreaFileKind kind) {
    super(kind);
    this.kind = kind;
  }

  @Override
  protected RowCheck rows(List<String> header, Notes notes) {
    List<String> missing = new ArrayList<>(kind.columns());
    header.forEach(name -> kind.field(name).ifPresent(missing::remove));
    if (!missing.isEmpty()) {
      throw new Unreadable(
          "缺少栏：" + String.join("、", missing.stream().map(kind::label).toList()) + "。");
    }
    return AreaTable::fault;
  }
}
