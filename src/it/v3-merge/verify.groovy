import io.github.chalicemaven.it.InvokedProject

def template = InvokedProject.read(new File(basedir, 'target/pipeline.json'))
assert template.Resources.OnCall.Type == 'AWS::SSM::Parameter'
assert template.Resources.OnCall.Properties.Value == ['Fn::GetAtt': ['AppPackageBuild', 'Arn']]
def project = template.Resources.AppPackageBuild
assert project.Type == 'AWS::CodeBuild::Project'
assert project.Properties.TimeoutInMinutes == 20
assert project.Properties.Environment.EnvironmentVariables*.Name == ['APP_S3_BUCKET', 'APP_KMS_KEY', 'REGION']
assert project.Properties.Environment.EnvironmentVariables[2].Value == [Ref: 'AWS::Region']
assert template.Resources.keySet()[-1] == 'OnCall'
return true
