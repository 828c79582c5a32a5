package org.censusflow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.censusflow.base.audit.AuditVerification;
import org.censusflow.base.audit.ChainRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Verifies an exported audit trail without a database or a server; exits with 1 and the number of
 * the first line that is wrong, or with 2 when the file cannot be read.
 */
@Command(
    name = "verify-audit",
    description = "Verifies an exported audit trail and names the first line that is wrong.",
    mixinStandardHelpOptions = true)
public final class VerifyAuditCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "what export-audit wrote")
  private Path file;

  @Option(
      names = "--root",
      paramLabel = "COUNT:HASH",
      converter = Roots.class,
      description =
          "a root that was kept elsewhere, from the log (AUDIT-01) or the page: without one, entries"
              + " cut off at the end and a chain made anew cannot be told")
  private ChainRoot root;

  @Spec private CommandSpec spec;

  static final class Roots implements ITypeConverter<ChainRoot> {

    @Override
    public ChainRoot convert(String value) {
      try {
        return ChainRoot.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() {
    AuditVerification.Result result;
    try (InputStream content = Files.newInputStream(file)) {
      result = AuditVerification.verify(content, Optional.ofNullable(root));
    } catch (IOException e) {
      spec.commandLine().getErr().println("cannot read " + file + ": " + e.getMessage());
      return 2;
    }
    if (result.sound()) {
      spec.commandLine().getOut().println("Sound. Root " + result.root());
      return 0;
    }
    spec.commandLine().getErr().println("Line " + result.line() + " " + result.fault());
    return 1;
  }
}
