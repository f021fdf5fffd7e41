import io.github.chalicemaven.it.InvokedProject

def expected = [
    [
        '<source><repository> is `orders`: use owner/name, or the short form -Dchalice.source=github:owner/name.',
        '<source> filters pushes by paths and by tags, and CodePipeline supports only one of the two. Remove one.',
        '<build><computeType> is `huge`: use one of small, medium, large, xlarge, 2xlarge.',
        '<build><environmentVariables><environmentVariable>[TOKEN]<value> is'
            + ' `{{resolve:secretsmanager:orders:SecretString:token}}`: CloudFormation would replace {{resolve:...}}'
            + ' with the secret in clear text. Use an <environmentVariable> of the build with <secretsManager>.',
        '<stages><stage name="prod"><approval><timeoutMinutes> is `1`: use a whole number from 5 to 86400.',
        '<stages><stage name="Prod"><name> is `Prod`: in the pipeline it becomes `Prod`, which clashes with stage'
            + ' `prod`: hyphens and case are ignored. Use another name.',
        '<notifications> needs <email> or <topicArn>.',
        '<executionMode> (-Dchalice.executionMode) is `parallel`: parallel executions would share each stage\'s stack and change'
            + ' set, so one could deploy what another created or nobody approved. Use superseded or queued.'
    ],
    [
        '<source><repository> is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<source><includePaths> is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<source><includeTags> is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<build> is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<stages> is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<notifications> is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<executionMode> is supported only in v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.'
    ]
]

def logs = InvokedProject.logs(basedir)
assert logs.size() == expected.size()
logs.eachWithIndex { log, i -> InvokedProject.assertProblems(log, expected[i]) }
assert InvokedProject.files(new File(basedir, 'target')) == []
return true
