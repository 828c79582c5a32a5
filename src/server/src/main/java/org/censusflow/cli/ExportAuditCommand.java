package org.censusflow.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.censusflow.base.audit.AuditExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes the audit trail out of a PostgreSQL, one JSON line an entry, to be verified anywhere. */
@Command(
    name = "export-audit",
    description = "Writes the audit trail of a database to a file, one JSON line an entry.",
    mixinStandardHelpOptions = true)
public final class ExportAuditCommand implements Callable<Integer> {

  @Mixin private DatabaseOptions database;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "a new file")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    try (Connection connection = database.connect();
        Writer file = Files.newBufferedWriter(out, java.nio.file.StandardOpenOption.CREATE_NEW)) {
      AuditExport.Result result = AuditExport.write(connection, file);
      spec.commandLine()
          .getOut()
          .println(result.entries() + " entries; " + result.unlinked() + " not in the chain yet");
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println("cannot write " + out + ": " + e.getMessage());
      return 2;
    }
  }
}
