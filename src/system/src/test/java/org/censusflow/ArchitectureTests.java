package org.censusflow;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/**
 * The rules of the house ({@code docs/decisions}). A room is a package directly under {@code
 * org.censusflow} or under one of its wings; its public classes are its face.
 */
@AnalyzeClasses(
    packages = "org.censusflow",
    importOptions = {DoNotIncludeTests.class, ArchitectureTests.NoJarsOfTests.class})
class ArchitectureTests {

  private static final String ROOT = "org.censusflow.";

  /** What tests share comes in jars of its own. */
  static final class NoJarsOfTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  /**
   * Packages that hold rooms: those of the folders of {@code processes}, and what they stand on.
   */
  private static final Set<String> WINGS =
      Set.of(
          "base",
          "mapping",
          "registration",
          "crosscheck",
          "postenumeration",
          "governance",
          "outside");

  /** Sub-packages that belong to their room's face. */
  private static final Set<String> OPEN =
      Set.of(
          "coverage.sampling",
          "linkage.population",
          "linkage.spec",
          "linkage.evaluation",
          "sample.population",
          "tables.disclosure",
          "tables.format");

  /** What a comparison has learnt, which the command line saves and reads again. */
  private static final String OPEN_TYPE = ROOT + "linkage.matching.MatchModel";

  /** Programs of their own that start the server, or measure it from the inside. */
  private static final DescribedPredicate<JavaClass> BENCH =
      new DescribedPredicate<>("of the benchmarks") {
        @Override
        public boolean test(JavaClass type) {
          return type.getSource()
              .map(source -> source.getUri().toString().contains("/src/bench/"))
              .orElse(false);
        }
      };

  private static final DescribedPredicate<JavaClass> COMMAND_LINES =
      resideInAnyPackage(ROOT + "cli..", ROOT + "compare..", ROOT + "bench..")
          .or(simpleNameEndingWith("Command"))
          .as("command lines");

  @ArchTest
  static final ArchRule theEngineIsKnownInTheBaseAndInWorkflowPackagesOnly =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      ROOT + "base.engine..",
                      ROOT + "base.form..",
                      ROOT + "base.instance..",
                      ROOT + "base.task..",
                      ROOT + "base.login..",
                      ROOT + "base.door..",
                      ROOT + "base.operations..",
                      "org.censusflow..workflow..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..")
          .because("a move to a fork of the engine must stay a change of imports in few places");

  @ArchTest
  static final ArchRule theLinkageIsPlainJava =
      classes()
          .that()
          .resideInAPackage(ROOT + "linkage..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ROOT + "linkage..")
          .because("the same classes must run inside a distributed engine's tasks");

  @ArchTest
  static final ArchRule whatIsFoundAfterTheCountIsPlainJava =
      classes()
          .that()
          .resideInAnyPackage(ROOT + "coverage..", ROOT + "tables..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.apache.commons.statistics..",
              "org.apache.commons.rng..",
              ROOT + "coverage..",
              ROOT + "tables..")
          .because("figures are tried on thousands of invented censuses, without a server");

  @ArchTest
  static final ArchRule wingsDependOnEachOtherWithoutCircles =
      slices().matching("org.censusflow.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule roomsDependOnEachOtherWithoutCircles =
      slices().assignedFrom(new Rooms()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whatIsInsideARoomIsNotTouchedFromOutside =
      classes().that(not(BENCH)).should(touchOnlyTheFaceOfOtherRooms());

  @ArchTest
  static final ArchRule theServerDoesNotDependOnItsSampleOrItsBenchmarks =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + "sample..", ROOT + "bench..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "sample..", ROOT + "bench..")
          .because("a real census must not hang on what was made to show one");

  @ArchTest
  static final ArchRule onlyTheDoorBuildsSecurityChains =
      noClasses()
          .that(not(resideInAPackage(ROOT + "base.door..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.security.config..")
          .because("two chains that deny by default are read in one place");

  @ArchTest
  static final ArchRule eventsArePublishedInTheTransactionOfWhatTheyTell =
      classes()
          .should(new PublishInTransaction())
          .because("what follows from a change must be lost or kept together with it");

  @ArchTest
  static final ArchRule dependenciesComeThroughTheConstructor =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule logsGoThroughOneLibrary =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule onlyCommandLinesAndTheSampleSpeakOnTheConsole =
      noClasses()
          .that(not(COMMAND_LINES))
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "sample.workflow.SampleConsole")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that(
              not(
                  COMMAND_LINES
                      .or(BENCH)
                      .or(resideInAnyPackage(ROOT + "linkage..", ROOT + "sample.."))))
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .because("a test that moves the engine's time moves the data plane's with it");

  @ArchTest
  static final ArchRule staticFieldsAreConstants = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule loggersArePrivateConstants =
      fields()
          .that()
          .haveRawType(org.slf4j.Logger.class)
          .should()
          .bePrivate()
          .andShould()
          .beStatic()
          .andShould()
          .beFinal();

  private static ArchCondition<JavaClass> touchOnlyTheFaceOfOtherRooms() {
    return new ArchCondition<>("touch only the face of other rooms") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        origin.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isInside(dependency.getTargetClass()))
            .filter(dependency -> !Rooms.of(origin).equals(Rooms.of(dependency.getTargetClass())))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  /** In a sub-package that is not part of the room's face. */
  private static boolean isInside(JavaClass target) {
    String name = target.getPackageName();
    return name.startsWith(ROOT)
        && !target.getName().startsWith(OPEN_TYPE)
        && !name.substring(ROOT.length()).equals(Rooms.of(target))
        && !OPEN.contains(name.substring(ROOT.length()));
  }

  /** The room of each class, as {@code mapping.area}. */
  private static final class Rooms implements SliceAssignment {

    /** An answer is counted on from in the turns of those who bring answers in. */
    private static final Set<String> ONE = Set.of("answers", "intake");

    static String of(JavaClass type) {
      String name = type.getPackageName();
      if (!name.startsWith(ROOT)) {
        return "";
      }
      String[] parts = name.substring(ROOT.length()).split("\\.");
      return WINGS.contains(parts[0]) && parts.length > 1 ? parts[0] + "." + parts[1] : parts[0];
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String room = of(type);
      boolean registration = room.startsWith("registration.");
      if (room.isEmpty()) {
        return SliceIdentifier.ignore();
      }
      return registration && ONE.contains(room.substring("registration.".length()))
          ? SliceIdentifier.of("registration.answers")
          : SliceIdentifier.of(room);
    }

    @Override
    public String getDescription() {
      return "rooms";
    }
  }
}
