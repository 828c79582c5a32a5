package org.censusflow.registration.intake;

import java.util.List;
import org.censusflow.files.FileCheck;
import org.censusflow.files.Notes;
import org.censusflow.files.Unreadable;
import org.censusflow.files.WrittenDates;
import org.censusflow.registration.form.Check;
import org.censusflow.registration.form.FormCatalogue;

/**
 * Reads a file of registrations without a census: its columns, whether its rows can be taken apart,
 * keys and dates. What the answers say is checked when they are taken in.
 */
public final class RegistrationFileCheck extends FileCheck {

  private final FormCatalogue catalogue;

  public RegistrationFileCheck() {
    this(FormCatalogue.load());
  }

  private RegistrationFileCheck(FormCatalogue catalogue) {
    super(Layout.names(catalogue));
    this.catalogue = catalogue;
  }

  @Override
  protected RowCheck rows(List<String> header, Notes notes) {
    Layout layout;
    try {
      layout = new Layout(catalogue, header);
    } catch (IntakeRefused e) {
      throw new Unreadable(e.getMessage());
    }
    return row -> {
      Check fault = ChunkReader.fault(row, layout);
      if (fault != null) {
        return fault.id() + " " + fault.message();
      }
      List<String> fields = layout.meant(row.cells(), notes);
      for (String key : Layout.REQUIRED) {
        if (layout.get(fields, key) == null) {
          return "“" + header.get(layout.column(key)) + "”不能为空";
        }
      }
      return WrittenDates.read(layout.get(fields, "birth_date")) == null
          ? "“" + header.get(layout.column("birth_date")) + "”不是日期（应为 2020-11-01 的形式）"
          : null;
    };
  }
}
