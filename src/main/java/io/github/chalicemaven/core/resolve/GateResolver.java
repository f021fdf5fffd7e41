package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.pipeline.Gates;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.AlarmSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import io.github.chalicemaven.core.settings.WindowSettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Resolves {@code <window>} and {@code <healthyAlarm>}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html">DeploymentWindow</a>
 */
final class GateResolver {

  private static final String MINUTES = "[0-5]?\\d";
  private static final String HOURS = "[01]?\\d|2[0-3]";
  private static final String DAYS = "0?[1-9]|[12]\\d|3[01]";

  /** By name only: AWS's guide has counted them from 0 and from 1. */
  private static final String MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC";

  private static final String WEEKDAYS = "[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT";
  private static final String YEARS = "19[7-9]\\d|20\\d\\d|21\\d\\d";

  /** Seconds, minutes, hours, day of the month, month, day of the week, year. */
  private static final List<Pattern> FIELDS =
      List.of(
          Pattern.compile("\\*"),
          field(MINUTES, ""),
          field(HOURS, ""),
          field(DAYS, "|\\?|L(-[1-9]\\d?)?|LW|(" + DAYS + ")W"),
          field(MONTHS, ""),
          field(WEEKDAYS, "|\\?|(" + WEEKDAYS + ")?L|(" + WEEKDAYS + ")#[1-5]"),
          field(YEARS, ""));

  private static final int DAY_OF_MONTH = 3;
  private static final int DAY_OF_WEEK = 5;

  private static final Pattern ALARM_NAME = Pattern.compile("[^\\p{Cntrl}*?$]{1,255}");

  private static final Pattern TIME_ZONE =
      Pattern.compile("[A-Za-z]+/[A-Za-z]+(_[A-Za-z]+)*|UTC([+-]\\d{2}:\\d{2})?|[A-Z]{3,5}");

  private static final String ADVICE =
      "use the six fields of CodePipeline: `*` for the seconds, minutes, hours, day of the month,"
          + " month by name, day of the week, one of the two days being `?`. For example * * 9-16 ?"
          + " * MON-THU.";

  private final Problems problems;
  private final SettingReader reader;

  GateResolver(Problems problems) {
    this.problems = problems;
    this.reader = new SettingReader(problems);
  }

  private static Pattern field(String value, String more) {
    String range = "(\\*|(" + value + ")(-(" + value + "))?)(/\\d{1,4})?";
    return Pattern.compile("(?i)" + range + "(," + range + ")*" + more);
  }

  /** A stage's gates; they are what the user wants only if no problem was added. */
  Gates resolve(String place, StageSettings stage) {
    if (stage.window != null && stage.healthyAlarm != null) {
      problems.warn(
          place
              + ": CodePipeline checks <healthyAlarm> when an execution arrives, and not again when"
              + " <window> opens. Use <alarm> too, which is watched after the deployment.");
    }
    return new Gates(
        Optional.ofNullable(stage.window).map(window -> window(place + "<window>", window)),
        Optional.ofNullable(stage.healthyAlarm)
            .map(alarm -> alarm(place + "<healthyAlarm>", alarm)));
  }

  /** An alarm; it is what the user wants only if no problem was added. */
  Stage.Alarm alarm(String place, AlarmSettings alarm) {
    return new Stage.Alarm(
        reader.required(
            place + "<name>",
            alarm.name,
            ALARM_NAME,
            "use the name of an existing CloudWatch alarm."),
        reader.number(place + "<minutes>", alarm.minutes, 10, 1, AwsLimits.MAX_TIMEOUT_MINUTES));
  }

  private Gates.Window window(String place, WindowSettings window) {
    if (window.cron == null) {
      problems.add(place + "<cron> is missing: " + ADVICE);
    } else if (!isCron(window.cron)) {
      problems.add(new Setting(place + "<cron>", window.cron), ADVICE);
    }
    return new Gates.Window(
        Optional.ofNullable(window.cron)
            .filter(cron -> !cron.isEmpty())
            .orElse(SettingReader.PLACEHOLDER),
        reader.matching(
            place + "<timeZone>",
            window.timeZone,
            TIME_ZONE,
            "use a time zone such as Europe/Berlin, UTC or UTC+05:30."));
  }

  private static boolean isCron(String cron) {
    String[] fields = cron.split(" ", -1);
    if (cron.length() > 255 || fields.length < FIELDS.size() - 1 || fields.length > FIELDS.size()) {
      return false;
    }
    for (int i = 0; i < fields.length; i++) {
      if (!FIELDS.get(i).matcher(fields[i]).matches()) {
        return false;
      }
    }
    return fields[DAY_OF_MONTH].equals("?") != fields[DAY_OF_WEEK].equals("?");
  }
}
