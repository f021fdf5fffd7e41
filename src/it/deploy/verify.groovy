import groovy.json.JsonSlurper
import io.github.chalicemaven.it.InvokedProject

def aws = context.get('aws')
def calls = aws.operations()
def state = aws.cloudFormation().status()
aws.close()

def (dryRun, unasked, deployed, unchanged, refused, updated, described, account, nobody, kept, deleted) =
    InvokedProject.logs(basedir)

// Shown, and nothing left behind.
assert dryRun.contains('[INFO] Stack orders-pipeline: account 123456789012, region eu-west-1, as arn:aws:iam::123456789012:user/dev')
assert dryRun.contains('[INFO] Change set: Add 9')
assert dryRun =~ /\[INFO\]   Add  SourceRepository +AWS::CodeCommit::Repository/
assert new File(basedir, 'target/change-set.md').text.startsWith('# Change set of stack `orders-pipeline`\n')
assert new JsonSlurper().parse(new File(basedir, 'target/change-set.json')).changes.size() == 9

assert unasked.contains('confirmation is needed, and in batch mode (-B) or without a terminal the goal cannot ask for it')
assert unasked.contains('add -Dchalice.yes, or <yes>true</yes>')
assert !unasked.contains('at io.github.chalicemaven')
assert !unasked.contains('account 123456789012')

// Created; the secret is in no line of -X.
assert deployed.contains('[INFO] Change set: Add 9')
assert deployed =~ /\[INFO\] \d\d:\d\d:\d\d +9\/9  CREATE_COMPLETE +orders-pipeline \(AWS::CloudFormation::Stack\)/
assert deployed.contains('[INFO] Stack orders-pipeline is in CREATE_COMPLETE.')
assert deployed.contains('[DEBUG] CloudFormation CreateChangeSet: HTTP status 200')
assert !deployed.contains('not-to-be-logged')
assert !deployed.contains('AWS4-HMAC-SHA256')
// The outputs are properties of the project for the goals that follow.
assert deployed =~ /(?m)^value-of-SourceRepoURL$/
assert deployed.contains('[INFO] Next: Push the application to value-of-SourceRepoURL')

// The site's transcript is this one.
def page = new File(basedir, '../../../src/site/markdown/deploy.md').readLines()
def from = page.indexOf('$ mvn -B chalice:deploy-pipeline -Dchalice.yes') + 1
def transcript = page.subList(from, from + page.drop(from).indexOf('```'))
def lines = deployed.readLines().findAll { it.startsWith('[INFO] ') }
    .collect { it.replaceFirst(/^\[INFO\] \d\d:\d\d:\d\d/, '[INFO] 10:00:00') }
assert lines.subList(lines.indexOf(transcript.first()), lines.indexOf(transcript.last()) + 1) == transcript

assert unchanged.contains('[INFO] No changes: stack orders-pipeline matches the template.')

assert refused.contains('[INFO]   Remove')
assert refused.contains('data would be lost; nothing was changed:')
assert refused.contains('SourceRepository (AWS::CodeCommit::Repository, physical-SourceRepository) would be removed: all its commits are deleted with it.')

assert updated.contains('[INFO] Stack orders-pipeline is in UPDATE_COMPLETE.')

assert described.contains('[INFO] Stack orders-pipeline: UPDATE_COMPLETE')
assert new JsonSlurper().parse(new File(basedir, 'target/pipeline-description.json')).status == 'UPDATE_COMPLETE'
def outputs = new JsonSlurper().parse(new File(basedir, 'target/pipeline-outputs.json'))
assert outputs.'orders-pipeline'.SourceRepoURL == 'value-of-SourceRepoURL'
assert new File(basedir, 'target/pipeline-outputs.properties').readLines().contains('SourceRepoURL=value-of-SourceRepoURL')

assert account.contains('the credentials belong to account 123456789012')
assert nobody.contains('no credentials for AWS were found. Tried:')
assert nobody.contains('- profile `nobody`: ')

assert kept.contains('SourceRepository (AWS::CodeCommit::Repository, physical-SourceRepository) would be deleted: all its commits are deleted with it.')
assert deleted.contains('[INFO] Stack orders-pipeline is deleted.')
assert state == 'DELETE_COMPLETE'
assert calls.count('ExecuteChangeSet') == 2
return true
