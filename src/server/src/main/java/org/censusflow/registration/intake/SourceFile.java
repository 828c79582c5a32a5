package org.censusflow.registration.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.Content;
import org.censusflow.files.FileKind;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;
import org.censusflow.files.Unreadable;

/** A file of registrations as it lies on disk: what it is, whatever its name says. */
record SourceFile(Content content, FileSurvey survey) {

  private static final String UTF_8 = "UTF-8";

  /**
   * Looks at a file.
   *
   * @param encoding that was named with it; null or blank when it is to be found out
   * @throws IntakeRefused when it is no table
   */
  static SourceFile open(Path path, String encoding) throws IOException {
    Content content = Content.of(path);
    FileSurvey survey;
    try {
      survey = FileSurvey.of(content, encoding);
    } catch (Unreadable e) {
      throw new IntakeRefused("CF-E822 " + e.getMessage());
    }
    if (survey.refusal() != null) {
      String number = survey.kind() == FileKind.CSV ? "CF-E822 " : "CF-E820 ";
      throw new IntakeRefused(number + survey.refusal());
    }
    return new SourceFile(content, survey);
  }

  /** The file of a job, which was looked at when the job was entered. */
  static SourceFile of(IntakeJob job, Path path) {
    boolean text = "csv".equals(job.format());
    return new SourceFile(
        Content.of(path),
        new FileSurvey(
            job.sha256(),
            0,
            text ? FileKind.CSV : FileKind.XLSX,
            text ? Charset.forName(job.encoding()) : null,
            0,
            false,
            false));
  }

  /** The encoding of a text; of a spreadsheet, whose texts are UTF-8, just that. */
  String encoding() {
    return survey.charset() == null ? UTF_8 : survey.charset().name();
  }

  /**
   * @throws IntakeRefused when it is no table after all
   */
  FileTable table(ColumnNames columns, Notes notes) throws IOException {
    try {
      return FileTable.open(content, survey, columns, notes);
    } catch (Unreadable e) {
      throw new IntakeRefused("CF-E820 " + e.getMessage());
    }
  }
}
