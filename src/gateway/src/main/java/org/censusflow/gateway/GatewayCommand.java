package org.censusflow.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.censusflow.files.CheckFileCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the department's side; exits with 1 when its file is wrong or the server refuses it. */
@Command(
    name = "gateway",
    description = "Hands a department's records over when the census asks (docs/integrators.md).",
    mixinStandardHelpOptions = true,
    subcommands = CheckFileCommand.class)
public final class GatewayCommand implements Callable<Integer> {

  @Option(names = "--config", description = "the gateway's YAML file")
  private Path config;

  @Option(names = "--check", description = "only checks the file")
  private boolean check;

  public static void main(String[] args) {
    System.exit(new CommandLine(new GatewayCommand()).execute(args));
  }

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (config == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--config=<config>'");
    }
    // Without the server nobody has set the level, and the client tells of every poll.
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      GatewayConfig read = GatewayConfigReader.read(config, System.getenv());
      ProgressLine progress = new ProgressLine(out, System.console() != null);
      if (check) {
        progress.say("配置文件没有错误：" + read);
      } else {
        Gateway.run(read, progress);
      }
      return 0;
    } catch (GatewayRefused e) {
      new PrintStream(System.err, true, StandardCharsets.UTF_8).println(e.getMessage());
      return 1;
    }
  }
}
