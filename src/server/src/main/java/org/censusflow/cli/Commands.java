package org.censusflow.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.censusflow.files.CheckFileCommand;
import org.censusflow.files.FileCheck;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.listing.AreaFileCheck;
import org.censusflow.registration.intake.RegistrationFileCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The commands that do not need the server. Anything else on the command line is the server's:
 * Spring options such as {@code --server.port=8081}.
 */
@Command(
    name = "censusflow",
    description =
        "A district's population census as executable processes. Without a command: the server.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CheckCommand.class,
      EstimateCommand.class,
      VerifyAuditCommand.class,
      ExportAuditCommand.class,
      UnlockCommand.class
    })
public final class Commands implements Runnable {

  private static final String SERVE = "serve";

  /** What the census office's own files hold. */
  private static final Map<String, Supplier<FileCheck>> FILES =
      Map.of(
          "registrations",
          RegistrationFileCheck::new,
          "areas",
          () -> new AreaFileCheck(AreaFileKind.AREAS),
          "blocks",
          () -> new AreaFileCheck(AreaFileKind.BLOCKS),
          "dwellings",
          () -> new AreaFileCheck(AreaFileKind.DWELLINGS));

  @Spec private CommandLine.Model.CommandSpec spec;

  private Commands() {}

  /**
   * Runs the command that the arguments name.
   *
   * @param more commands that a larger program brings along
   * @return its exit code; empty when the arguments ask for the server
   */
  public static Optional<Integer> run(String[] args, Object... more) {
    if (args.length == 0 || args[0].equals(SERVE) || isServerOption(args[0])) {
      return Optional.empty();
    }
    CommandLine commands = new CommandLine(new Commands());
    commands.addSubcommand(new CheckFileCommand(FILES));
    Arrays.stream(more).forEach(commands::addSubcommand);
    return Optional.of(commands.execute(args));
  }

  /**
   * Spring's options are {@code --name=value} with a dotted name; {@code --help} and {@code
   * --version} are ours.
   */
  private static boolean isServerOption(String arg) {
    return arg.startsWith("--") && arg.contains(".") || arg.startsWith("--debug");
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a command, or start without any for the server");
  }
}
