import io.github.chalicemaven.it.InvokedProject

def expected = [
    [
        '<source><repository> is `orders`: name the repository as owner/name, or shorter'
            + ' -Dchalice.source=github:owner/name.',
        '<source> filters pushes both by paths and by tags: CodePipeline takes one or the other. Leave one out.',
        '<build><computeType> is `huge`: use one of small, medium, large, xlarge, 2xlarge.',
        '<build><environmentVariables><environmentVariable>[TOKEN]<value> is'
            + ' `{{resolve:secretsmanager:orders:SecretString:token}}`: CloudFormation would resolve {{resolve:...}} into'
            + ' clear text here. Use an environment variable of the build from Secrets Manager.',
        '<stages><stage name="prod"><approval><timeoutMinutes> is `1`: use a whole number from 5 to 86400.',
        '<stages><stage name="Prod"><name> is `Prod`: there is a stage of that name already. Use another one.',
        '<notifications> needs <email> or <topicArn>.',
        '<executionMode> (-Dchalice.executionMode) is `parallel`: CodePipeline rolls no stage back in this mode. Use queued'
            + ' or superseded, or <onFailure>stop</onFailure> and no alarm in each stage.'
    ],
    [
        '<source><repository> is an element of v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<source><includePaths> is an element of v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<source><includeTags> is an element of v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<build> is a parameter of v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<stages> is a parameter of v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<notifications> is a parameter of v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.',
        '<executionMode> is a parameter of v3. Use <pipelineVersion>v3</pipelineVersion>, or leave it out.'
    ]
]

def logs = InvokedProject.logs(basedir)
assert logs.size() == expected.size()
logs.eachWithIndex { log, i -> InvokedProject.assertProblems(log, expected[i]) }
assert InvokedProject.files(new File(basedir, 'target')) == []
return true
