package io.github.chalicemaven.core.pipeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python version that Lambda has or had a runtime for, oldest first.
 *
 * <p>Dates of deprecation are those of the <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda runtimes</a>
 * page; the Chalice release is the newest one whose {@code setup.py} accepts that Python.
 */
public enum PythonVersion {
  PYTHON_2_7("2.7", 23, LocalDate.of(2021, 7, 15), "aws/codebuild/python:2.7.12"),
  PYTHON_3_6("3.6", 30, LocalDate.of(2022, 7, 18), "aws/codebuild/python:3.6.5"),
  PYTHON_3_7("3.7", 30, LocalDate.of(2023, 12, 4), "aws/codebuild/python:3.7.1"),
  PYTHON_3_8("3.8", 31, LocalDate.of(2024, 10, 14), null),
  PYTHON_3_9("3.9", 32, LocalDate.of(2025, 12, 15), null),
  PYTHON_3_10("3.10", 33, LocalDate.of(2026, 10, 31), null),
  PYTHON_3_11("3.11", 33, LocalDate.of(2027, 6, 30), null),
  PYTHON_3_12("3.12", 33, LocalDate.of(2028, 10, 31), null),
  PYTHON_3_13("3.13", 33, LocalDate.of(2029, 6, 30), null),
  PYTHON_3_14("3.14", 33, LocalDate.of(2029, 6, 30), null);

  /** Used unless another version is set. */
  public static final PythonVersion DEFAULT = PYTHON_3_13;

  /**
   * {@code 3.13}, {@code python3.13}; of pyenv and uv also {@code 3.13.1}, {@code 3.14.0rc1},
   * {@code 3.13-dev}, {@code python-3.13}, {@code cpython@3.13}, {@code
   * cpython-3.13.1-linux-x86_64-gnu} and {@code cp313}.
   */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:python-?|cpython[@-]?)?(\\d+)\\.(\\d+)(?:-dev|\\.\\d+(?:(?:a|b|rc)\\d+)?)?"
              + "|cpython-(\\d+)\\.(\\d+)(?:\\.\\d+(?:(?:a|b|rc)\\d+)?)?-[a-z0-9]+-[a-z0-9_]+-[a-z]+"
              + "|cp(\\d)(\\d+)");

  private final String number;
  private final int chaliceMinor;
  private final LocalDate lambdaDeprecation;
  private final String v1Image;

  PythonVersion(String number, int chaliceMinor, LocalDate lambdaDeprecation, String v1Image) {
    this.number = number;
    this.chaliceMinor = chaliceMinor;
    this.lambdaDeprecation = lambdaDeprecation;
    this.v1Image = v1Image;
  }

  /** The version that a text names; empty if Lambda has no runtime for it. */
  public static Optional<PythonVersion> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int group = form.group(1) != null ? 1 : form.group(3) != null ? 3 : 5;
    String number = form.group(group) + "." + form.group(group + 1);
    return Arrays.stream(values()).filter(version -> version.number.equals(number)).findFirst();
  }

  /** CodeBuild's own image for this Python, which {@code v1} pipelines use. */
  public Optional<String> v1Image() {
    return Optional.ofNullable(v1Image);
  }

  /** The pip version specifier of the newest Chalice release that runs on this Python. */
  public String chaliceVersionRange() {
    return ">=1." + chaliceMinor + ".0,<1." + (chaliceMinor + 1) + ".0";
  }

  /** The day on which Lambda deprecates, or has deprecated, this runtime. */
  public LocalDate lambdaDeprecation() {
    return lambdaDeprecation;
  }

  public boolean isAtLeast(PythonVersion other) {
    return compareTo(other) >= 0;
  }

  /**
   * The day from which Lambda creates no function with this runtime; empty where it is not known.
   */
  public Optional<LocalDate> lambdaCreationBlock() {
    return isAtLeast(PYTHON_3_12)
        ? Optional.empty()
        : Optional.of(equals(PYTHON_3_11) ? LocalDate.of(2027, 7, 31) : LocalDate.of(2027, 2, 1));
  }

  /**
   * The day from which Lambda updates no function with this runtime; empty where it is not known.
   */
  public Optional<LocalDate> lambdaUpdateBlock() {
    return isAtLeast(PYTHON_3_12)
        ? Optional.empty()
        : Optional.of(equals(PYTHON_3_11) ? LocalDate.of(2027, 8, 31) : LocalDate.of(2027, 3, 3));
  }

  /** Whether Lambda takes no function with this runtime any more. */
  public boolean isRefusedByLambda() {
    return !isAtLeast(PYTHON_3_8);
  }

  /** For example {@code 3.13}. */
  @Override
  public String toString() {
    return number;
  }
}
