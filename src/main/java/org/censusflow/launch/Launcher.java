package org.censusflow.launch;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where {@code java -jar} begins. A plain comparison of two files needs this program's classes only
 * and runs at once; everything else goes on to Spring Boot's launcher, which first opens all
 * libraries within the jar. That takes half as long as comparing 600,000 rows.
 */
public final class Launcher {

  private static final String BOOT = "org.springframework.boot.loader.launch.JarLauncher";
  private static final String PLAIN = "org.censusflow.cli.PlainCompare";

  private Launcher() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("compare") && System.getProperty("jarmode") == null) {
      int status = TunedRun.suits() ? TunedRun.run(jar(), args) : plainCompare(args);
      if (status >= 0) {
        System.exit(status);
      }
    }
    call(Class.forName(BOOT), "main", args);
  }

  /** The exit status, or -1 when the arguments ask for more than a plain comparison. */
  private static int plainCompare(String[] args) throws Exception {
    return (Integer) call(new ProgramClasses(jar()).loadClass(PLAIN), "run", args);
  }

  private static Path jar() {
    String jar = Launcher.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Path.of(URI.create("file://" + jar));
  }

  private static Object call(Class<?> type, String method, String[] args) throws Exception {
    try {
      return type.getMethod(method, String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
