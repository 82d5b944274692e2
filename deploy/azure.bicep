// The bot in Azure: a container, the Azure Bot that leads Teams to it, and the Teams channel.
//   az deployment group create -g <group> -f deploy/azure.bicep -p image=… appId=… tenantId=… appSecret=… databaseUrl=…
// The app registration itself is made by hand (deploy/README.md): its consent is an administrator's.

@description('The image built from deploy/Dockerfile, in a registry this subscription can pull from.')
param image string
@description('Application (client) id of the app registration.')
param appId string
param tenantId string = tenant().tenantId
@secure()
param appSecret string
@description('postgresql://…: a container has no disk of its own that lasts.')
@secure()
param databaseUrl string
param name string = 'syncdoctor'
param location string = resourceGroup().location

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    retentionInDays: 30
    sku: { name: 'PerGB2018' }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

var host = '${name}.${environment.properties.defaultDomain}'

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      ingress: { external: true, targetPort: 3978, allowInsecure: false }
      secrets: [
        { name: 'app-secret', value: appSecret }
        { name: 'database-url', value: databaseUrl }
      ]
    }
    template: {
      // Sign-ins are in memory: with two replicas people would be asked twice, with none the first answer is late.
      scale: { minReplicas: 1, maxReplicas: 1 }
      containers: [
        {
          name: name
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'SYNCDOCTOR_APP_ID', value: appId }
            { name: 'SYNCDOCTOR_TENANT_ID', value: tenantId }
            { name: 'SYNCDOCTOR_PUBLIC_URL', value: 'https://${host}' }
            { name: 'SYNCDOCTOR_APP_SECRET', secretRef: 'app-secret' }
            { name: 'SYNCDOCTOR_DATABASE_URL', secretRef: 'database-url' }
          ]
          probes: [
            { type: 'Readiness', httpGet: { path: '/healthz', port: 3978 } }
          ]
        }
      ]
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Sync Doctor'
    endpoint: 'https://${host}/api/messages'
    msaAppId: appId
    msaAppType: 'SingleTenant'
    msaAppTenantId: tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

output publicUrl string = 'https://${host}'
output redirectUri string = 'https://${host}/auth/callback'
output applicationIdUri string = 'api://${host}/botid-${appId}'
