package org.censusflow.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.censusflow.cli.DatabaseOptions;
import org.censusflow.registration.field.BlockBench;
import org.censusflow.registration.field.ProgressBench;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench blocks}: thousands of blocks as instances of their own, against the same work as one
 * multi-instance, in one program on one database.
 */
@Command(
    name = "blocks",
    mixinStandardHelpOptions = true,
    description = {
      "Starts and completes blocks on a database of its own, which it fills.",
      "Exit code 1 when a target is missed."
    })
final class BenchBlocksCommand implements Callable<Integer> {

  private static final String ADMINISTRATOR = "bench";

  @Spec private CommandSpec command;

  @Mixin private DatabaseOptions database;

  @Option(
      names = "--blocks",
      split = ",",
      defaultValue = "300,1000,3000,10000",
      description = "default: ${DEFAULT-VALUE}")
  private List<Integer> sizes;

  @Option(
      names = "--rival",
      defaultValue = "3000",
      description = "blocks against one multi-instance; 0 for none; default: ${DEFAULT-VALUE}")
  private int rival;

  @Option(names = "--completers", defaultValue = "4", description = "default: ${DEFAULT-VALUE}")
  private int completers;

  @Option(
      names = "--real",
      split = ",",
      description =
          "numbers of blocks through the deployed AreaRegistration as well, e.g. 300,3000")
  private List<Integer> real = List.of();

  @Option(
      names = "--persons",
      defaultValue = "0",
      description = "measures progress with so many persons as well, e.g. 1010000")
  private int persons;

  @Override
  public Integer call() throws ClassNotFoundException, IOException, InterruptedException {
    PrintWriter console = command.commandLine().getOut();
    String administrator = BenchSecrets.password();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("spring.datasource.url", database.url());
    settings.put("spring.datasource.username", database.user());
    settings.put("spring.datasource.password", database.password());
    settings.put("server.port", "0");
    settings.put("server.address", "127.0.0.1");
    settings.put("censusflow.sample.enabled", "false");
    settings.put("censusflow.bench", "true");
    settings.put("censusflow.quarantine.key", BenchSecrets.key());
    settings.put("CENSUSFLOW_ADMIN_USER", ADMINISTRATOR);
    settings.put("CENSUSFLOW_ADMIN_PASSWORD", administrator);
    SpringApplication program = new SpringApplication(Class.forName("org.censusflow.CensusFlow"));
    program.setDefaultProperties(settings);
    try (ConfigurableApplicationContext context = program.run(arguments(settings))) {
      boolean reached =
          context
              .getBean(BlockBench.class)
              .run(new BlockBench.Plan(sizes, rival, completers, real), console);
      if (persons > 0) {
        reached &=
            context
                .getBean(ProgressBench.class)
                .run(persons, reader(context, administrator)::read, console);
      }
      return reached ? 0 : 1;
    }
  }

  private static ProgressReader reader(ConfigurableApplicationContext context, String password)
      throws IOException, InterruptedException {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    String address = "http://127.0.0.1:" + port;
    return ProgressReader.of(
        address,
        new SiteAdministrator(address, ADMINISTRATOR, password),
        ProgressBench.DISTRICT,
        ProgressBench.CENSUS);
  }

  /** As arguments, because those outrank the program's own settings. */
  private static String[] arguments(Map<String, Object> settings) {
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }
}
