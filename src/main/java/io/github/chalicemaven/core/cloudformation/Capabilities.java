package io.github.chalicemaven.core.cloudformation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What a person acknowledges when a template is deployed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html">CreateChangeSet</a>
 */
public final class Capabilities {

  /** The template gives permissions. */
  public static final String IAM = "CAPABILITY_IAM";

  /** It also gives IAM resources names of their own. */
  public static final String NAMED_IAM = "CAPABILITY_NAMED_IAM";

  /** Either lets a template give permissions. */
  public static final List<String> OF_IAM = List.of(IAM, NAMED_IAM);

  /** Those that give or name permissions; the rest of IAM needs no capability. */
  private static final Set<String> GIVE_PERMISSIONS =
      Set.of(
          "AWS::IAM::AccessKey",
          "AWS::IAM::Group",
          "AWS::IAM::GroupPolicy",
          "AWS::IAM::InstanceProfile",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::Role",
          "AWS::IAM::RolePolicy",
          "AWS::IAM::User",
          "AWS::IAM::UserPolicy",
          "AWS::IAM::UserToGroupAddition");

  private static final Set<String> OWN_NAMES =
      Set.of("GroupName", "InstanceProfileName", "ManagedPolicyName", "RoleName", "UserName");

  private Capabilities() {}

  /** Those that a template needs, no more. In a change set, macros need none. */
  public static List<String> of(Value.Mapping template) {
    boolean permissions = template.entries().containsKey("Transform");
    boolean named = false;
    for (Value.Mapping resource : new TemplateDocument(template).resources().values()) {
      String type = resource.text("Type").orElse("");
      permissions |= GIVE_PERMISSIONS.contains(type);
      named |= isNamed(type, resource.mapping("Properties").entries().keySet());
    }
    return named ? List.of(NAMED_IAM) : permissions ? List.of(IAM) : List.of();
  }

  /** Whether a resource with such properties has a name of its own, and gives permissions. */
  public static boolean isNamed(String type, Collection<String> properties) {
    return GIVE_PERMISSIONS.contains(type) && !Collections.disjoint(properties, OWN_NAMES);
  }
}
